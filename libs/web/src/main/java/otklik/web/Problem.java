package otklik.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expected no, told to the caller as {@code application/problem+json} (RFC 9457). Thrown at the edge only.
 *
 * <p>{@code code} is lower case with hyphens and never changes: clients, metrics and tests rely on it. {@code title} and {@code detail}
 * are Russian, for people; the detail says what to do.
 */
public final class Problem extends RuntimeException {

    private final int status;
    private final String code;
    private final String title;
    private @Nullable String clause;
    private final Map<String, Object> extras = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    public Problem(int status, String code, String title, String detail, @Nullable String clause) {
        super(detail);
        this.status = status;
        this.code = code;
        this.title = title;
        this.clause = clause;
    }

    public static Problem badRequest(String code, String title, String detail) {
        return new Problem(400, code, title, detail, null);
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "forbidden", "Это действие вам недоступно", detail, null);
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "not-found", "Не найдено", detail, null);
    }

    public static Problem unprocessable(String code, String title, String detail) {
        return new Problem(422, code, title, detail, null);
    }

    /** Not now: something this service needs is away and nothing was taken. The answer carries {@code Retry-After}. */
    public static Problem unavailable(String detail, Duration retryAfter) {
        Problem problem = new Problem(503, "unavailable", "Служба временно недоступна", detail, null);
        problem.retryAfter = retryAfter;
        return problem;
    }

    /** Adds a member to the problem, e.g. what changed meanwhile. */
    public Problem with(String name, Object value) {
        extras.put(name, value);
        return this;
    }

    /** Names the clause that it follows from, where it names none yet; null names none. */
    public Problem by(@Nullable String known) {
        clause = clause == null ? known : clause;
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public @Nullable String clause() {
        return clause;
    }

    /** How long to wait before trying again, where that is worth it. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public Map<String, Object> extras() {
        return Map.copyOf(extras);
    }
}
