package otklik.ingest.vk;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/** Takes the callbacks of VK. Needs no token: each callback carries the secret of its community. */
@RestController
@RequestMapping("/callbacks/vk")
class VkCallbackApi {

    private static final int LARGEST_BODY = 1024 * 1024;

    private final VkCallbacks callbacks;
    private final CallbackMetrics metrics;

    VkCallbackApi(VkCallbacks callbacks, CallbackMetrics metrics) {
        this.callbacks = callbacks;
        this.metrics = metrics;
    }

    @PostMapping("/{jurisdiction}")
    Mono<ResponseEntity<String>> take(@PathVariable String jurisdiction, ServerHttpRequest request) {
        if (!callbacks.areExpectedFor(jurisdiction)) {
            throw Problem.notFound("Для этой территории сообщества VK не настроены.");
        }
        metrics.received();
        return body(request)
                .flatMap(body -> callbacks.answer(jurisdiction, body))
                .map(answer ->
                        ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(answer));
    }

    private Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), LARGEST_BODY)
                .map(VkCallbackApi::bytes)
                .defaultIfEmpty(new byte[0])
                .doOnError(DataBufferLimitException.class, e -> metrics.ended(CallbackMetrics.Outcome.REFUSED));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
