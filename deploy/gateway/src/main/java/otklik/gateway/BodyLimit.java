package otklik.gateway;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses bodies that are too large: at once where the length is announced, otherwise when that many bytes have passed. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit implements WebFilter {

    private static final PathPattern ATTACHMENTS =
            PathPatternParser.defaultInstance.parse("/api/routing/v1/incidents/{id}/attachments");

    private final long usual;
    private final long attachments;

    BodyLimit(GatewaySettings settings) {
        this.usual = settings.bodyLimit().toBytes();
        this.attachments = settings.attachmentLimit().toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long limit = limit(exchange.getRequest());
        if (exchange.getRequest().getHeaders().getContentLength() > limit) {
            return Mono.error(new BodyTooLargeException());
        }
        return chain.filter(
                exchange.mutate().request(counted(exchange.getRequest(), limit)).build());
    }

    private long limit(ServerHttpRequest request) {
        return ATTACHMENTS.matches(request.getPath().pathWithinApplication()) ? attachments : usual;
    }

    private static ServerHttpRequest counted(ServerHttpRequest request, long limit) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                var passed = new AtomicLong();
                return super.getBody().handle((buffer, sink) -> {
                    if (passed.addAndGet(buffer.readableByteCount()) > limit) {
                        DataBufferUtils.release(buffer);
                        sink.error(new BodyTooLargeException());
                    } else {
                        sink.next(buffer);
                    }
                });
            }
        };
    }

    /** The body is larger than the gateway lets through. */
    static final class BodyTooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
