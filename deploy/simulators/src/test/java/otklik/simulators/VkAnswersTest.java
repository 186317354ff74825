package otklik.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.simulators.TestSimulators.COMMUNITY_TOKEN;
import static otklik.simulators.TestSimulators.OWNER;
import static otklik.simulators.TestSimulators.SERVICE_TOKEN;
import static otklik.simulators.TestSimulators.USER_TOKEN;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every answer of every method is valid by VK's schema, and every method is open to the tokens VK opens it to. */
class VkAnswersTest {

    @TempDir
    static Path data;

    static TestSimulators vk;
    static int post;
    static int comment;

    @BeforeAll
    static void start() {
        vk = TestSimulators.start(data);
        post = vk.citizenPost("Во дворе не горят фонари");
        comment = vk.citizenComment(post, "И у нас тоже", Map.of());
        vk.createComment(post, "Проверим", Map.of("reply_to_comment", comment));
        vk.createComment(post, "Смотрите фото", Map.of("attachments", vk.savedPhoto() + "," + vk.savedDocument()));
    }

    @AfterAll
    static void stop() {
        vk.close();
    }

    static Stream<Arguments> calls() {
        Map<String, Object> wall = Map.of("owner_id", OWNER);
        Map<String, Object> thatPost = Map.of("owner_id", OWNER, "post_id", post);
        return Stream.of(
                call(
                        "wall.createComment",
                        COMMUNITY_TOKEN,
                        "wall_createComment_response",
                        plus(thatPost, "message", "Готово")),
                call("wall.getComments", SERVICE_TOKEN, "wall_getComments_response", thatPost),
                call(
                        "wall.getComments",
                        USER_TOKEN,
                        "wall_getComments_response",
                        plus(plus(thatPost, "thread_items_count", 10), "need_likes", 1)),
                call(
                        "wall.getComments",
                        SERVICE_TOKEN,
                        "wall_getComments_extended_response",
                        plus(plus(thatPost, "thread_items_count", 10), "extended", 1)),
                call("wall.get", SERVICE_TOKEN, "wall_get_response", wall),
                call("wall.get", SERVICE_TOKEN, "wall_get_extended_response", plus(wall, "extended", 1)),
                call("wall.get", USER_TOKEN, "wall_get_response", Map.of("domain", "sim_altai_krai")),
                call("wall.getById", SERVICE_TOKEN, "wall_getById_response", Map.of("posts", OWNER + "_" + post)),
                call(
                        "wall.getById",
                        SERVICE_TOKEN,
                        "wall_getById_extended_response",
                        Map.of("posts", OWNER + "_" + post + "," + OWNER + "_99999", "extended", 1)),
                call("users.get", SERVICE_TOKEN, "users_get_response", Map.of("user_ids", "200000,999,id200001")),
                call("users.get", USER_TOKEN, "users_get_response", Map.of()),
                call("groups.getById", COMMUNITY_TOKEN, "groups_getById_object_response", Map.of()),
                call(
                        "groups.getById",
                        SERVICE_TOKEN,
                        "groups_getById_object_response",
                        Map.of("group_ids", "217000001,sim_altai_krai,5")),
                call(
                        "groups.getCallbackConfirmationCode",
                        COMMUNITY_TOKEN,
                        "groups_getCallbackConfirmationCode_response",
                        Map.of("group_id", 217000001)),
                call("utils.getServerTime", SERVICE_TOKEN, "utils_getServerTime_response", Map.of()),
                call(
                        "wall.deleteComment",
                        USER_TOKEN,
                        "base_ok_response",
                        plus(wall, "comment_id", vk.citizenComment(post, "Лишнее", Map.of()))),
                call(
                        "photos.getWallUploadServer",
                        USER_TOKEN,
                        "photos_getWallUploadServer_response",
                        Map.of("group_id", 217000001)),
                call(
                        "photos.saveWallPhoto",
                        USER_TOKEN,
                        "photos_saveWallPhoto_response",
                        plus(vk.uploadPhoto(), "group_id", 217000001)),
                call(
                        "docs.getWallUploadServer",
                        COMMUNITY_TOKEN,
                        "base_getUploadServer_response",
                        Map.of("group_id", 217000001)),
                call(
                        "docs.save",
                        COMMUNITY_TOKEN,
                        "docs_save_response",
                        plus(vk.uploadDocument(), "title", "План.pdf")));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void answer_isValid(String method, String token, String definition, Map<String, Object> parameters) {
        JsonNode answer = vk.call(method, token, parameters);

        assertThat(answer.has("response")).as("%s", answer).isTrue();
        assertThat(VkSchema.violations(definition, answer)).isEmpty();
    }

    @Test
    void schema_rejectsWhatIsNotAnAnswer() {
        JsonNode answer = vk.call("utils.getServerTime", SERVICE_TOKEN, Map.of());

        assertThat(VkSchema.violations("wall_getComments_response", answer)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("methodsAndTokens")
    void method_isOpenToTheTokensOfTheSchema(String method, String token, boolean open, int refusal) {
        JsonNode answer = vk.call(method, token, Map.of());

        int code = answer.at("/error/error_code").asInt();
        assertThat(code == 5 || code == 27 || code == 28).as("%s", answer).isEqualTo(!open);
        if (!open) {
            assertThat(code).isEqualTo(refusal);
        }
    }

    static Stream<Arguments> methodsAndTokens() {
        return VkSchema.methods()
                .valueStream()
                .filter(method -> IMPLEMENTED.contains(method.get("name").asString()))
                .flatMap(method -> Stream.of(
                        Arguments.of(name(method), USER_TOKEN, allows(method, "user"), 5),
                        Arguments.of(name(method), COMMUNITY_TOKEN, allows(method, "group"), 27),
                        Arguments.of(name(method), SERVICE_TOKEN, allows(method, "service"), 28)));
    }

    private static final Set<String> IMPLEMENTED = Set.of(
            "wall.createComment",
            "wall.getComments",
            "wall.get",
            "wall.getById",
            "wall.deleteComment",
            "photos.getWallUploadServer",
            "photos.saveWallPhoto",
            "docs.getWallUploadServer",
            "docs.save",
            "users.get",
            "groups.getById",
            "groups.getCallbackConfirmationCode",
            "utils.getServerTime");

    private static String name(JsonNode method) {
        return method.get("name").asString();
    }

    private static boolean allows(JsonNode method, String kind) {
        return method.get("access_token_type")
                .valueStream()
                .anyMatch(allowed -> allowed.asString().equals(kind));
    }

    private static Arguments call(String method, String token, String definition, Map<String, Object> parameters) {
        return Arguments.of(method, token, definition, parameters);
    }

    private static Map<String, Object> plus(Map<String, Object> parameters, String name, Object value) {
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(name, value);
        return more;
    }
}
