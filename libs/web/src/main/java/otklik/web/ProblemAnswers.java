package otklik.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import otklik.contracts.Json;
import reactor.core.publisher.Mono;

/** Turns every failure of a request into problem+json, and counts it ({@code otklik_http_problems_total} by code). */
@RestControllerAdvice
class ProblemAnswers {

    private static final String TYPES = "https://otklik.example/problems/";

    private final MeterRegistry meters;

    ProblemAnswers(MeterRegistry meters) {
        this.meters = meters;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> expected(Problem problem) {
        ResponseEntity<ProblemDetail> answer = answer(detail(problem));
        Duration retryAfter = problem.retryAfter();
        return retryAfter == null
                ? answer
                : ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()))
                        .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(DataBufferLimitException e) {
        return answer(detail(tooLarge()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(ServerWebInputException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return answer(detail(tooLarge()));
            }
        }
        return answer(detail(Problem.badRequest("unreadable", "Запрос не удалось прочитать", reason(e))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> framework(ResponseStatusException e) {
        HttpStatusCode status = e.getStatusCode();
        return answer(
                detail(new Problem(status.value(), code(status), title(status), String.valueOf(e.getReason()), null)));
    }

    /** Writes a problem where no controller is reached: the security filters. */
    Mono<Void> write(ServerHttpResponse response, Problem problem) {
        count(problem.code());
        byte[] body = Json.mapper()
                .writeValueAsBytes(Map.of(
                        "type", TYPES + problem.code(),
                        "title", problem.title(),
                        "status", problem.status(),
                        "detail", problem.detail(),
                        "code", problem.code()));
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        Map<String, Object> properties = detail.getProperties();
        count(properties == null ? "unknown" : String.valueOf(properties.get("code")));
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private void count(String code) {
        meters.counter("otklik.http.problems", "code", code).increment();
    }

    private static ProblemDetail detail(Problem problem) {
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(problem.status()), problem.detail());
        detail.setType(URI.create(TYPES + problem.code()));
        detail.setTitle(problem.title());
        detail.setProperty("code", problem.code());
        if (problem.clause() != null) {
            detail.setProperty("clause", problem.clause());
        }
        problem.extras().forEach(detail::setProperty);
        return detail;
    }

    private static Problem tooLarge() {
        return new Problem(413, "too-large", "Слишком большой запрос", "Разделите запрос на части поменьше.", null);
    }

    private static String reason(ServerWebInputException e) {
        Throwable cause = e.getMostSpecificCause();
        String text = String.valueOf(cause.getMessage());
        int lineEnd = text.indexOf('\n');
        return "Проверьте формат JSON и имена полей: " + (lineEnd < 0 ? text : text.substring(0, lineEnd));
    }

    private static String code(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null
                ? "http-" + status.value()
                : known.getReasonPhrase().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    private static String title(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "Такого адреса нет";
            case 405 -> "Этот адрес принимает запросы другого вида";
            case 415 -> "Тело запроса должно быть JSON (Content-Type: application/json)";
            default -> "Запрос не выполнен";
        };
    }
}
