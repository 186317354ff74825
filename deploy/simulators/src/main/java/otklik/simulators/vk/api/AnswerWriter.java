package otklik.simulators.vk.api;

import io.netty.channel.ChannelOption;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import otklik.simulators.vk.api.VkApi.Reply;
import otklik.simulators.vk.fault.Fault;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Puts an answer on the wire, whole or spoilt as its fault says. */
@Component
class AnswerWriter {

    private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final byte[] PAGE =
            "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
                    .getBytes(StandardCharsets.UTF_8);

    private final JsonMapper json;

    AnswerWriter(JsonMapper json) {
        this.json = json;
    }

    Mono<Void> write(Reply reply, ServerWebExchange exchange) {
        byte[] body = json.writeValueAsBytes(reply.body());
        ServerHttpResponse response = exchange.getResponse();
        Fault fault = reply.fault();
        if (fault == null) {
            return send(response, HttpStatus.OK, JSON, body);
        }
        return switch (fault.kind()) {
            case EXECUTED_THEN_502, NOT_EXECUTED_THEN_502 -> send(response, HttpStatus.BAD_GATEWAY, HTML, PAGE);
            case EXECUTED_THEN_RESET, NOT_EXECUTED_THEN_RESET -> reset(response);
            case EXECUTED_THEN_TIMEOUT, NOT_EXECUTED_THEN_TIMEOUT -> late(fault, reset(response));
            case SLOW -> late(fault, send(response, HttpStatus.OK, JSON, body));
            case TRUNCATED_JSON -> send(response, HttpStatus.OK, JSON, Arrays.copyOf(body, body.length / 2));
            case HTML, EXECUTED_THEN_HTML -> send(response, HttpStatus.OK, HTML, PAGE);
            case ERROR, EXECUTED_THEN_ERROR -> send(response, HttpStatus.OK, JSON, body);
        };
    }

    private static Mono<Void> late(Fault fault, Mono<Void> answer) {
        return Mono.delay(Duration.ofMillis(fault.delayMillis())).then(answer);
    }

    private static Mono<Void> send(ServerHttpResponse response, HttpStatus status, MediaType type, byte[] body) {
        return Mono.defer(() -> {
            response.setStatusCode(status);
            response.getHeaders().setContentType(type);
            response.getHeaders().setContentLength(body.length);
            return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
        });
    }

    /** Lingering for zero seconds makes the closing of a socket a TCP reset. */
    private static Mono<Void> reset(ServerHttpResponse response) {
        return Mono.defer(() -> {
            HttpServerResponse netty = nativeResponse(response);
            netty.withConnection(AnswerWriter::cut);
            return Mono.never();
        });
    }

    private static void cut(Connection connection) {
        connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        // Not disposed of: that is a request to the exchange, which may wait for its end.
        var unused = connection.channel().close();
    }

    private static HttpServerResponse nativeResponse(ServerHttpResponse response) {
        return response instanceof AbstractServerHttpResponse own
                ? own.getNativeResponse()
                : ServerHttpResponseDecorator.getNativeResponse(response);
    }
}
