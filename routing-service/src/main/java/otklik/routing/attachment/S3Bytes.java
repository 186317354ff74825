package otklik.routing.attachment;

import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import otklik.routing.AttachmentSettings;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Bytes in an S3-compatible store, one object a file under {@code attachments/}. Streams both ways; calls block threads of their own. */
final class S3Bytes implements ByteStore, AutoCloseable {

    private static final int PIECE = 64 * 1024;
    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final String bucket;

    S3Bytes(AttachmentSettings.S3 settings) {
        this.bucket = settings.bucket();
        this.s3 = client(settings);
    }

    /** Addresses by path and no checksums that other stores than Amazon's may not know: SHA-256 is ours already. */
    private static S3Client client(AttachmentSettings.S3 settings) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(settings.region()))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (!settings.endpoint().isBlank()) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        if (!settings.accessKey().isBlank()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())));
        }
        return builder.build();
    }

    @Override
    public Mono<Void> put(UUID id, Path file) {
        return Mono.fromRunnable(
                        () -> s3.putObject(request -> request.bucket(bucket).key(key(id)), RequestBody.fromFile(file)))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    @Override
    public Flux<DataBuffer> get(UUID id) {
        return DataBufferUtils.readInputStream(
                        () -> s3.getObject(request -> request.bucket(bucket).key(key(id))),
                        DefaultDataBufferFactory.sharedInstance,
                        PIECE)
                .onErrorMap(NoSuchKeyException.class, e -> new Missing(id))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Amazon says nothing of what was not there; other stores may say that it was not. */
    @Override
    public Mono<Void> remove(UUID id) {
        return Mono.fromRunnable(
                        () -> s3.deleteObject(request -> request.bucket(bucket).key(key(id))))
                .subscribeOn(Schedulers.boundedElastic())
                .then()
                .onErrorResume(S3Exception.class, e -> e.statusCode() == NOT_FOUND ? Mono.empty() : Mono.error(e));
    }

    private static String key(UUID id) {
        return "attachments/" + id;
    }

    @Override
    public void close() {
        s3.close();
    }
}
