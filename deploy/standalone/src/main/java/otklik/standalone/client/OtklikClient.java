package otklik.standalone.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import otklik.contracts.Json;
import otklik.standalone.launch.LaunchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Calls the APIs behind one address as a person with a password. Thread-safe. */
public final class OtklikClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    /** @param base address without a slash at its end, e.g. {@code http://127.0.0.1:8080} */
    public OtklikClient(String base) {
        this.base = base;
    }

    /** An answer. {@code body} is missing where the answer was no JSON. */
    public record Answer(int status, JsonNode body) {

        public boolean isOk() {
            return status / 100 == 2;
        }
    }

    /** Whoever calls: login and password, as at the sign-in page. */
    public record Login(String name, String password) {}

    public Answer get(Login who, String path) {
        return send(who, request(path).GET());
    }

    public Answer post(Login who, String path, Object body) {
        return send(
                who,
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(body))));
    }

    /** Without a token: for the simulated networks. */
    public Answer post(String path, Object body) {
        return call(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(body)))
                .build());
    }

    /** Without a token: for the simulated networks. */
    public Answer get(String path) {
        return call(request(path).GET().build());
    }

    private Answer send(Login who, HttpRequest.Builder request) {
        Answer answer = call(
                request.copy().header("Authorization", "Bearer " + token(who)).build());
        if (answer.status() != 401) {
            return answer;
        }
        forget(who);
        return call(request.header("Authorization", "Bearer " + token(who)).build());
    }

    private synchronized void forget(Login who) {
        tokens.remove(who.name());
    }

    private synchronized String token(Login who) {
        return tokens.computeIfAbsent(who.name(), name -> fetchToken(who));
    }

    private String fetchToken(Login who) {
        String credentials = URLEncoder.encode(who.name(), UTF_8) + ":" + URLEncoder.encode(who.password(), UTF_8);
        Answer answer = call(request("/oauth2/token")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        if (!answer.isOk()) {
            throw new LaunchException(
                    "Войти как «" + who.name() + "» не удалось (код " + answer.status() + "): проверьте имя и пароль.");
        }
        return answer.body().at("/access_token").asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    private Answer call(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw new OtklikUnreachable(base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Прервано.", e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return Json.mapper().readTree(body);
        } catch (JacksonException e) {
            return Json.mapper().missingNode();
        }
    }
}
