package otklik.gateway;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers for what failed at the gateway itself: problem+json to programs, a plain page to browsers. */
@Component
@Order(-10)
class TroubleAnswer implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(TroubleAnswer.class);
    private static final String RETRY_SECONDS = "5";
    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        Trouble trouble = Trouble.of(failure);
        log(trouble, exchange.getRequest(), failure);
        response.setStatusCode(trouble.status());
        if (trouble == Trouble.UNAVAILABLE) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return write(response, trouble, wantsPage(exchange.getRequest()));
    }

    private static void log(Trouble trouble, ServerHttpRequest request, Throwable failure) {
        String path = request.getPath().pathWithinApplication().value();
        switch (trouble) {
            case INTERNAL ->
                LOG.error("{} {} failed; the caller was told to try again", request.getMethod(), path, failure);
            case UNAVAILABLE, TIMEOUT ->
                LOG.warn("{} {}: {}; the caller was told to try again", request.getMethod(), path, failure.toString());
            case TOO_LARGE, NOT_FOUND, BAD_REQUEST -> LOG.debug("{} {}: {}", request.getMethod(), path, trouble);
        }
    }

    private Mono<Void> write(ServerHttpResponse response, Trouble trouble, boolean page) {
        response.getHeaders()
                .setContentType(
                        page
                                ? new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8)
                                : MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body = page ? TroublePage.of(trouble).getBytes(StandardCharsets.UTF_8) : problem(trouble);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private byte[] problem(Trouble trouble) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "https://otklik.example/problems/" + trouble.code());
        problem.put("title", trouble.title());
        problem.put("status", trouble.status().value());
        problem.put("detail", trouble.detail());
        problem.put("code", trouble.code());
        return json.writeValueAsBytes(problem);
    }

    private static boolean wantsPage(ServerHttpRequest request) {
        return request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }
}
