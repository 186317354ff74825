package otklik.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.simulators.TestSimulators.COMMUNITY_TOKEN;
import static otklik.simulators.TestSimulators.OWNER;
import static otklik.simulators.TestSimulators.SERVICE_TOKEN;
import static otklik.simulators.TestSimulators.USER_TOKEN;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wire: what VK reads, what it refuses, and how its refusals look. */
class VkTransportTest {

    private static final String TIME = "/vk/method/utils.getServerTime";

    @TempDir
    static Path data;

    static TestSimulators vk;

    @BeforeAll
    static void start() {
        vk = TestSimulators.start(data);
    }

    @AfterAll
    static void stop() {
        vk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "utils.getServerTime, sim-service,        '',      8",
        "utils.getServerTime, sim-service,        5.80,    8",
        "utils.getServerTime, sim-service,        newest,  8",
        "utils.getServerTime, no-such-token,      5.199,   5",
        "utils.getservertime, sim-service,        5.199,   3",
        "wall.pin,            sim-user-100500,    5.199,   3",
        "wall.getComments,    sim-community-217000001, 5.199, 27",
        "wall.createComment,  sim-service,        5.199,  28",
        "wall.getById,        sim-service,        5.199, 100",
        "wall.getComments,    sim-service,        5.199, 100"
    })
    void refusal_hasTheCodeOfVk(String method, String token, String version, int code) {
        JsonNode answer = vk.call(method, token, Map.of("v", version));

        assertThat(answer.at("/error/error_code").asInt()).as("%s", answer).isEqualTo(code);
        assertThat(VkSchema.violations("x_error_envelope", answer)).isEmpty();
        assertThat(answer.toString()).doesNotContain(token);
    }

    @Test
    void refusal_repeatsTheRequestWithoutTheToken() {
        JsonNode answer = vk.call("wall.getComments", COMMUNITY_TOKEN, Map.of("owner_id", OWNER));

        assertThat(answer.at("/error/request_params").toString())
                .contains("{\"key\":\"method\",\"value\":\"wall.getComments\"}")
                .contains("\"owner_id\"")
                .doesNotContain("access_token");
    }

    @Test
    void refusals_useTheWordsOfVksList() {
        VkSchema.errors()
                .valueStream()
                .filter(error -> error.get("code").asInt() == 27)
                .forEach(error -> assertThat(vk.call("wall.get", COMMUNITY_TOKEN, Map.of())
                                .at("/error/error_msg")
                                .asString())
                        .startsWith(error.get("msg").asString()));
    }

    @Test
    void jsonBody_isRefused() {
        HttpResponse<String> response =
                vk.post(TIME + "?v=5.199&access_token=" + SERVICE_TOKEN, "application/json", "{\"owner_id\":1}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(code(response)).isEqualTo(8);
    }

    @Test
    void get_isAsGoodAsPost() {
        HttpResponse<String> response = vk.get(TIME + "?v=5.199&access_token=" + SERVICE_TOKEN);

        assertThat(response.body()).startsWith("{\"response\":");
    }

    @Test
    void bearer_isAsGoodAsTheParameter() {
        HttpResponse<String> response = vk.send(HttpRequest.newBuilder(URI.create(vk.url() + TIME + "?v=5.199"))
                .header("Authorization", "Bearer " + SERVICE_TOKEN)
                .build());

        assertThat(response.body()).startsWith("{\"response\":");
    }

    @Test
    void multipartForm_isRead() {
        String body = "--b\r\nContent-Disposition: form-data; name=\"v\"\r\n\r\n5.199\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"access_token\"\r\n\r\n" + SERVICE_TOKEN
                + "\r\n--b--\r\n";

        HttpResponse<String> response = vk.post(TIME, "multipart/form-data; boundary=b", body);

        assertThat(response.body()).startsWith("{\"response\":");
    }

    @Test
    void userToken_mayCallThreeTimesASecond() {
        vk.sim("PATCH", "/vk/sim/switches", Map.of("rate_limited", true));

        long refused = IntStream.range(0, 4)
                .mapToObj(call -> vk.call("utils.getServerTime", USER_TOKEN, Map.of()))
                .filter(answer -> answer.at("/error/error_code").asInt() == 6)
                .count();
        vk.sim("PATCH", "/vk/sim/switches", Map.of("rate_limited", false));

        assertThat(refused).isEqualTo(1);
    }

    private static int code(HttpResponse<String> response) {
        return new JsonMapper()
                .readTree(response.body())
                .at("/error/error_code")
                .asInt();
    }
}
