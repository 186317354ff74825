package otklik.routing.attachment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import otklik.routing.AttachmentSettings;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Against an S3 in this process that checks the signature of every request, as a real one does. */
class S3BytesTest extends ByteStoreContract {

    private static BlobStoreContext behind;
    private static S3Proxy server;
    private static String address;
    private static S3Bytes store;

    @BeforeAll
    static void start() throws Exception {
        behind = ContextBuilder.newBuilder(new TransientApiMetadata())
                .credentials("any", "any")
                .build(BlobStoreContext.class);
        behind.getBlobStore().createContainerInLocation(null, "replies");
        server = S3Proxy.builder()
                .blobStore(behind.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "key", "secret")
                .build();
        server.start();
        address = "http://127.0.0.1:" + server.getPort();
        store = store("secret");
    }

    private static S3Bytes store(String secret) {
        return new S3Bytes(new AttachmentSettings.S3(address, "us-east-1", "replies", "key", secret));
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
        server.stop();
        behind.close();
    }

    @Override
    ByteStore store() {
        return store;
    }

    @Test
    void wrongKey_isRefused_andNothingIsKept() {
        try (S3Bytes stranger = store("another")) {
            assertThatThrownBy(() -> stranger.put(id(), file(new byte[10])).block(LONG))
                    .isInstanceOf(S3Exception.class)
                    .hasMessageContaining("403");
        }
        assertThatThrownBy(() -> got(id())).isInstanceOf(ByteStore.Missing.class);
    }
}
