package otklik.routing.attachment;

import io.findify.s3mock.S3Mock;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import otklik.routing.AttachmentSettings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Against an S3 in this process. It checks no signatures; that is left to a trial with the installation's own store. */
class S3BytesTest extends ByteStoreContract {

    private static S3Mock server;
    private static S3Bytes store;

    @BeforeAll
    static void start() {
        server = new S3Mock.Builder().withPort(0).withInMemoryBackend().build();
        String address = "http://127.0.0.1:" + server.start().localAddress().getPort();
        try (S3Client client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(URI.create(address))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build()) {
            client.createBucket(request -> request.bucket("replies"));
        }
        store = new S3Bytes(new AttachmentSettings.S3(address, "us-east-1", "replies", "key", "secret"));
    }

    @AfterAll
    static void stop() {
        store.close();
        server.shutdown();
    }

    @Override
    ByteStore store() {
        return store;
    }
}
