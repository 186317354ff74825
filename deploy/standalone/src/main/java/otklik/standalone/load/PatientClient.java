package otklik.standalone.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Talks to the API of Otklik as a script does: a token by client credentials, patience when something is away. Thread-safe. */
final class PatientClient {

    private static final Set<Integer> TEMPORARY = Set.of(429, 502, 503, 504);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;
    private final String basic;
    private final Duration patience;
    private volatile @Nullable String token;

    /** @param patience how long one request is tried again before Otklik counts as away */
    PatientClient(String base, String user, String password, Duration patience) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        String credentials = user + ":" + password;
        this.basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        this.patience = patience;
    }

    /** An answer that is neither a temporary failure nor a refusal of the token. */
    record Answer(int status, JsonNode body) {}

    /** @throws LoadTrouble if Otklik stays away longer than the patience, or does not let us in */
    Answer post(String path, String json) throws InterruptedException {
        HttpResponse<String> answer = authorised(path, json);
        if (answer.statusCode() == 401) {
            token = null;
            answer = authorised(path, json);
        }
        if (answer.statusCode() == 401 || answer.statusCode() == 403) {
            throw LoadTrouble.unreachable("Отклик не принимает: у этого пользователя нет права загружать сообщения.");
        }
        return new Answer(answer.statusCode(), body(answer));
    }

    private HttpResponse<String> authorised(String path, String json) throws InterruptedException {
        HttpRequest request = request(path, "application/json", "Bearer " + token(), json);
        return patiently(request);
    }

    private String token() throws InterruptedException {
        String known = token;
        return known == null ? newToken() : known;
    }

    private synchronized String newToken() throws InterruptedException {
        String known = token;
        if (known != null) {
            return known;
        }
        HttpResponse<String> answer = patiently(
                request("/oauth2/token", "application/x-www-form-urlencoded", basic, "grant_type=client_credentials"));
        String fresh = body(answer).path("access_token").asString("");
        if (answer.statusCode() != 200 || fresh.isEmpty()) {
            throw LoadTrouble.unreachable("Отклик не пускает (ответ " + answer.statusCode()
                    + " на запрос токена): проверьте --user и --password.");
        }
        token = fresh;
        return fresh;
    }

    private HttpRequest request(String path, String type, String authorization, String body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Content-Type", type)
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** Sends until there is a lasting answer. Repeating is harmless: what was taken is known the second time. */
    private HttpResponse<String> patiently(HttpRequest request) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            String failure;
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (!TEMPORARY.contains(answer.statusCode())) {
                    return answer;
                }
                failure = "ответ " + answer.statusCode();
            } catch (IOException e) {
                failure = "нет связи";
            }
            if (System.nanoTime() + pause.toNanos() > end) {
                throw LoadTrouble.unreachable("Отклик по адресу " + base + " не отвечает (" + failure
                        + "). Запустите ./otklik up и повторите загрузку: принятое второй раз не загрузится.");
            }
            Thread.sleep(pause.plusMillis(ThreadLocalRandom.current().nextLong(200)));
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
    }

    private static JsonNode body(HttpResponse<String> answer) {
        try {
            return Json.mapper().readTree(answer.body());
        } catch (JacksonException e) {
            return Json.mapper().createObjectNode();
        }
    }
}
