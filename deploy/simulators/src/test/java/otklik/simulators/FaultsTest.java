package otklik.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static otklik.simulators.TestSimulators.COMMUNITY_TOKEN;
import static otklik.simulators.TestSimulators.OWNER;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Faults look as ordered, and the record of hits tells the truth about whether the comment was written. */
class FaultsTest {

    @TempDir
    static Path data;

    static TestSimulators vk;

    private int post;

    @BeforeAll
    static void start() {
        vk = TestSimulators.start(data);
    }

    @AfterAll
    static void stop() {
        vk.close();
    }

    @BeforeEach
    void newPost() {
        vk.sim("POST", "/vk/sim/reset", Map.of());
        post = vk.citizenPost("Яма на дороге");
    }

    @ParameterizedTest
    @CsvSource({
        "executed-then-502,     502, 502 Bad Gateway,  true",
        "not-executed-then-502, 502, 502 Bad Gateway,  false",
        "html,                  200, 502 Bad Gateway,  false",
        "executed-then-html,    200, 502 Bad Gateway,  true",
        "slow,                  200, comment_id,       true",
        "error,                 200, Flood control,    false",
        "executed-then-error,   200, Flood control,    true"
    })
    void fault_looksAsOrdered(String kind, int status, String words, boolean written) throws IOException {
        order(Map.of("kind", kind, "times", 1, "millis", 50));

        HttpResponse<String> response = vk.trySend(createComment(), Duration.ofSeconds(5));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(words);
        assertWritten(kind, written);
    }

    @ParameterizedTest
    @CsvSource({"executed-then-reset, true", "not-executed-then-reset, false"})
    void reset_breaksTheConnection(String kind, boolean written) {
        order(Map.of("kind", kind, "times", 1));

        assertThatThrownBy(() -> vk.trySend(createComment(), Duration.ofSeconds(5)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        assertWritten(kind, written);
    }

    @ParameterizedTest
    @CsvSource({"executed-then-timeout, true", "not-executed-then-timeout, false"})
    void timeout_neverAnswers(String kind, boolean written) {
        order(Map.of("kind", kind, "times", 1));

        assertThatThrownBy(() -> vk.trySend(createComment(), Duration.ofMillis(500)))
                .isInstanceOf(HttpTimeoutException.class);
        assertWritten(kind, written);
    }

    @Test
    void truncatedJson_isHalfOfTheAnswer() throws IOException {
        order(Map.of("kind", "truncated-json", "times", 1));

        HttpResponse<String> response = vk.trySend(createComment(), Duration.ofSeconds(5));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("{\"respon").doesNotEndWith("}");
        assertWritten("truncated-json", true);
    }

    @Test
    void fault_strikesOnlyAsOftenAsOrdered() {
        order(Map.of("kind", "error", "code", 10, "times", 2));

        long refused = IntStream.range(0, 5).filter(call -> code() == 10).count();

        assertThat(refused).isEqualTo(2);
        assertThat(vk.sim("GET", "/vk/sim/faults", Map.of()).at("/active")).isEmpty();
    }

    @Test
    void fault_sparesOtherMethods() {
        order(Map.of("kind", "error", "method", "wall.getComments"));

        assertThat(code()).isZero();
    }

    @Test
    void probability_takesTheSameCourseFromTheSameSeed() {
        assertThat(course(7)).isEqualTo(course(7)).contains("1").contains("0");
        assertThat(course(8)).isNotEqualTo(course(7));
    }

    /** A call that VK would have refused anyway writes nothing, whatever the fault is called. */
    @Test
    void hit_ofARefusedCallSaysNotExecuted() throws IOException {
        vk.sim("POST", "/vk/sim/walls/217000001/posts/" + post + "/close-comments", Map.of());
        order(Map.of("kind", "executed-then-502", "times", 1));

        vk.trySend(createComment(), Duration.ofSeconds(5));

        assertWritten("executed-then-502", false);
    }

    @Test
    void captcha_carriesBothForms() {
        order(Map.of("kind", "error", "code", 14, "times", 1));

        JsonNode answer = call();

        assertThat(answer.at("/error/captcha_sid").isString()).isTrue();
        assertThat(answer.at("/error/redirect_uri").isString()).isTrue();
        assertThat(VkSchema.violations("x_error_envelope", answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 9, 10, 17, 24, 29, 36, 223, 7777})
    void errors_ofAnyCodeAreValidEnvelopes(int code) {
        order(Map.of("kind", "error", "code", code, "times", 1));

        JsonNode answer = call();

        assertThat(answer.at("/error/error_code").asInt()).isEqualTo(code);
        assertThat(VkSchema.violations("x_error_envelope", answer)).isEmpty();
    }

    private String course(long seed) {
        vk.sim("DELETE", "/vk/sim/faults", Map.of());
        order(Map.of("kind", "error", "probability", 0.5, "seed", seed));
        StringBuilder course = new StringBuilder();
        IntStream.range(0, 20).forEach(call -> course.append(code() == 9 ? '1' : '0'));
        return course.toString();
    }

    private void assertWritten(String kind, boolean written) {
        JsonNode hit = vk.sim("GET", "/vk/sim/faults", Map.of()).at("/hits/0");
        assertThat(vk.objects().at("/comments")).hasSize(written ? 1 : 0);
        assertThat(hit.at("/kind").asString()).isEqualTo(kind);
        assertThat(hit.at("/guid").asString()).isEqualTo("g");
        assertThat(hit.at("/executed").asBoolean()).isEqualTo(written);
    }

    private void order(Map<String, ?> fault) {
        vk.sim("POST", "/vk/sim/faults", fault);
    }

    private int code() {
        return call().at("/error/error_code").asInt();
    }

    private JsonNode call() {
        return vk.call("wall.createComment", COMMUNITY_TOKEN, parameters());
    }

    private HttpRequest createComment() {
        return HttpRequest.newBuilder(URI.create(vk.url() + "/vk/method/wall.createComment"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        TestSimulators.form(parameters()) + "&guid=g&v=5.199&access_token=" + COMMUNITY_TOKEN))
                .build();
    }

    private Map<String, Object> parameters() {
        return Map.of("owner_id", OWNER, "post_id", post, "from_group", 217000001, "message", "Ответ");
    }
}
