package otklik.publisher.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import otklik.contracts.incident.Attachment;
import otklik.publisher.reply.core.Upload;
import reactor.core.publisher.Mono;

/**
 * Fetches the bytes of a file from routing-service into a file of our own, and believes them only if they have the hash that the approved
 * reply names: what goes out is what was approved.
 */
final class FileSource {

    private static final int NOT_FOUND = 404;

    private final WebClient web;
    private final RoutingSettings settings;
    private final ServiceToken token;

    FileSource(WebClient web, RoutingSettings settings) {
        this.web = web;
        this.settings = settings;
        this.token = new ServiceToken(web, settings);
    }

    /** The longest that fetching takes, the token included. */
    Duration timeout() {
        return settings.timeout();
    }

    /** @return why there are no such bytes, empty if they are in {@code to} now */
    Mono<Upload> fetch(UUID incident, Attachment file, Path to) {
        return token.get()
                .flatMap(bearer -> web.get()
                        .uri(
                                settings.url() + "/api/routing/v1/incidents/{incident}/attachments/{file}/content",
                                incident,
                                file.id())
                        .headers(headers -> headers.setBearerAuth(bearer))
                        .accept(MediaType.ALL)
                        .exchangeToMono(response -> save(response, file, to)))
                .timeout(settings.timeout())
                .onErrorResume(e -> Mono.just(new Upload.NotYet(
                        "routing-service or the issuer: " + e.getClass().getSimpleName())));
    }

    private static Mono<Upload> save(ClientResponse response, Attachment file, Path to) {
        int status = response.statusCode().value();
        if (status == NOT_FOUND) {
            return response.releaseBody().thenReturn(new Upload.Never("routing-service has no file " + file.id()));
        }
        if (!response.statusCode().is2xxSuccessful()) {
            return response.releaseBody().thenReturn(new Upload.NotYet("routing-service answers " + status));
        }
        return DataBufferUtils.write(response.bodyToFlux(DataBuffer.class), to)
                .then(Mono.fromCallable(() -> sha256(to)))
                .flatMap(hash -> hash.equals(file.sha256())
                        ? Mono.empty()
                        : Mono.just(new Upload.NotYet("the file came with other bytes than those approved")));
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
