package otklik.publisher.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.channel.ChannelOption;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import otklik.contracts.Json;
import otklik.contracts.incident.Attachment;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One call of a VK method, once: neither this client nor the one below it repeats anything by itself, and every call has a connection of
 * its own, so that a stale one cannot make its outcome unclear. The token travels in a header and never in a message or a log.
 */
final class VkCall {

    private static final int LARGEST_ANSWER = 2 * 1024 * 1024;
    private static final int OK = 200;

    private final WebClient web;
    private final VkSettings settings;

    VkCall(VkSettings settings) {
        this.settings = settings;
        HttpClient http = HttpClient.newConnection()
                .disableRetry(true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()));
        web = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }

    /** What came back. */
    sealed interface Answer {

        record Response(JsonNode body) implements Answer {}

        record Failure(int code, String message) implements Answer {}

        /** Nothing left this machine. */
        record NotSent(String why) implements Answer {}

        /** Anything else: nobody knows what was done. */
        record Unclear(String why) implements Answer {}
    }

    Mono<Answer> call(String method, String token, Map<String, String> parameters) {
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.setAll(parameters);
        form.set("v", settings.version());
        return web.post()
                .uri(settings.apiBase() + "/" + method)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .body(BodyInserters.fromFormData(form))
                .exchangeToMono(VkCall::read)
                .timeout(settings.callTimeout())
                .onErrorResume(e -> Mono.just(broken(e)));
    }

    /**
     * Sends the bytes of a file to where VK said; the name stays here, VK gets a plain one. Not a method: no version, no token, and the answer
     * is the bare object.
     */
    Mono<Answer> upload(String address, String field, Attachment file, Path bytes) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part(field, new FileSystemResource(bytes), MediaType.parseMediaType(file.mediaType()))
                .filename("file" + file.name().substring(file.name().lastIndexOf('.')));
        return Mono.defer(() -> web.post()
                        .uri(URI.create(address))
                        .body(BodyInserters.fromMultipartData(form.build()))
                        .exchangeToMono(VkCall::readUpload))
                .timeout(settings.uploadTimeout())
                .onErrorResume(e -> Mono.just(broken(e)));
    }

    private static Mono<Answer> readUpload(ClientResponse response) {
        int status = response.statusCode().value();
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(body -> status == OK ? parseUpload(body) : new Answer.Unclear("upload: HTTP " + status));
    }

    private static Answer parseUpload(byte[] body) {
        try {
            JsonNode json = Json.mapper().readTree(new String(body, UTF_8));
            boolean took = json.has("file")
                    || (json.has("photo") && !json.path("photo").asString("[]").equals("[]"));
            return took ? new Answer.Response(json) : new Answer.Unclear("upload: nothing was taken");
        } catch (JacksonException e) {
            return new Answer.Unclear("upload: the answer is not JSON");
        }
    }

    private static Mono<Answer> read(ClientResponse response) {
        int status = response.statusCode().value();
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(body -> status == OK ? parse(body) : new Answer.Unclear("HTTP " + status));
    }

    private static Answer parse(byte[] body) {
        try {
            JsonNode json = Json.mapper().readTree(new String(body, UTF_8));
            JsonNode error = json.path("error");
            if (error.path("error_code").isInt()) {
                return new Answer.Failure(
                        error.path("error_code").asInt(),
                        error.path("error_msg").asString(""));
            }
            return json.has("response")
                    ? new Answer.Response(json.path("response"))
                    : new Answer.Unclear("neither a response nor an error");
        } catch (JacksonException e) {
            return new Answer.Unclear("the answer is not JSON");
        }
    }

    private static Answer broken(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException) {
                return new Answer.NotSent(cause.getClass().getSimpleName());
            }
        }
        return new Answer.Unclear(
                error instanceof TimeoutException
                        ? "no answer in time"
                        : error.getClass().getSimpleName());
    }
}
