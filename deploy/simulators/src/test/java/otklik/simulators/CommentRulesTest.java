package otklik.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.simulators.TestSimulators.COMMUNITY_TOKEN;
import static otklik.simulators.TestSimulators.OWNER;
import static otklik.simulators.TestSimulators.SERVICE_TOKEN;
import static otklik.simulators.TestSimulators.USER_TOKEN;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.testkit.SettableTime;
import tools.jackson.databind.JsonNode;

/** What may be written under a post, and what is read back. */
class CommentRulesTest {

    private static final SettableTime TIME = SettableTime.at("2026-11-23T09:00:00+07:00");

    @TempDir
    static Path data;

    static TestSimulators vk;

    private int post;

    @BeforeAll
    static void start() {
        vk = TestSimulators.start(data, TIME);
    }

    @AfterAll
    static void stop() {
        vk.close();
    }

    @BeforeEach
    void newPost() {
        vk.sim("POST", "/vk/sim/reset", Map.of());
        post = vk.citizenPost("Автобус 17 не приходит");
    }

    @Test
    void answerToAnAnswer_standsInTheThreadOfTheRoot() {
        int root = vk.citizenComment(post, "Ждали час", Map.of());
        int answer = vk.createComment(post, "Разбираемся", Map.of("reply_to_comment", root));

        int inner = vk.createComment(post, "Разобрались", Map.of("reply_to_comment", answer));

        JsonNode thread = comments(Map.of("comment_id", root));
        assertThat(ids(thread)).isEqualTo(answer + " " + inner);
        assertThat(thread.at("/items/1/parents_stack").toString()).isEqualTo("[" + root + "]");
        assertThat(thread.at("/items/1/reply_to_comment").asInt()).isEqualTo(answer);
        assertThat(thread.at("/items/1/from_id").asString()).isEqualTo(OWNER);
    }

    @Test
    void counts_distinguishTheLevelFromTheWhole() {
        int root = vk.citizenComment(post, "Ждали час", Map.of());
        vk.createComment(post, "Разбираемся", Map.of("reply_to_comment", root));

        JsonNode page = comments(Map.of("thread_items_count", 10));

        assertThat(page.at("/count").asInt()).isEqualTo(2);
        assertThat(page.at("/current_level_count").asInt()).isEqualTo(1);
        assertThat(page.at("/items/0/thread/count").asInt()).isEqualTo(1);
        assertThat(page.at("/items/0/thread/items/0/text").asString()).isEqualTo("Разбираемся");
    }

    @Test
    void pages_followSortOffsetAndStart() {
        int first = vk.citizenComment(post, "1", Map.of());
        int second = vk.citizenComment(post, "2", Map.of());
        int third = vk.citizenComment(post, "3", Map.of());

        assertThat(ids(comments(Map.of("sort", "desc", "count", 2)))).isEqualTo(third + " " + second);
        assertThat(ids(comments(Map.of("offset", 1)))).isEqualTo(second + " " + third);
        assertThat(ids(comments(Map.of("start_comment_id", third, "offset", -1))))
                .isEqualTo(second + " " + third);
        assertThat(ids(comments(Map.of("start_comment_id", first, "count", 1)))).isEqualTo(String.valueOf(first));
    }

    @Test
    void texts_areCutUnlessAskedForWhole() {
        String text = "я".repeat(200);
        vk.citizenComment(post, text, Map.of());

        assertThat(comments(Map.of()).at("/items/0/text").asString()).isEqualTo("я".repeat(90) + "…");
        assertThat(comments(Map.of("preview_length", 0)).at("/items/0/text").asString())
                .isEqualTo(text);
    }

    @Test
    void deletedComment_staysWhileItHasAnswers() {
        int root = vk.citizenComment(post, "Ждали час", Map.of());
        int answer = vk.createComment(post, "Разбираемся", Map.of("reply_to_comment", root));

        delete(root);
        JsonNode whileAnswered = comments(Map.of());
        delete(answer);
        JsonNode afterwards = comments(Map.of());

        assertThat(whileAnswered.at("/items/0/deleted").asBoolean()).isTrue();
        assertThat(whileAnswered.at("/items/0/text").asString()).isEmpty();
        assertThat(afterwards.at("/items")).isEmpty();
    }

    @Test
    void repeatedGuid_givesTheFirstCommentWithinTheWindow() {
        int first = vk.createComment(post, "Ответ", Map.of("guid", "g-1"));
        int second = vk.createComment(post, "Ответ", Map.of("guid", "g-1"));
        TIME.tick(Duration.ofHours(2));
        int afterTheWindow = vk.createComment(post, "Ответ", Map.of("guid", "g-1"));

        assertThat(second).isEqualTo(first);
        assertThat(afterTheWindow).isNotEqualTo(first);
    }

    @Test
    void guid_isIgnoredWhenSwitchedOff() {
        vk.sim("PATCH", "/vk/sim/switches", Map.of("guid_honoured", false));

        int first = vk.createComment(post, "Ответ", Map.of("guid", "g-2"));
        int second = vk.createComment(post, "Ответ", Map.of("guid", "g-2"));

        assertThat(second).isNotEqualTo(first);
        assertThat(vk.objects().at("/comments")).hasSize(2);
    }

    @Test
    void closedComments_areRefusedWith213() {
        vk.sim("POST", "/vk/sim/walls/217000001/posts/" + post + "/close-comments", Map.of());

        assertThat(refusal(Map.of())).isEqualTo(213);
        assertThat(vk.objects().at("/comments")).isEmpty();
    }

    @Test
    void deletedPost_isRefusedAsTheSwitchSays() {
        vk.sim("DELETE", "/vk/sim/walls/217000001/posts/" + post, Map.of());
        int byDefault = refusal(Map.of());
        vk.sim("PATCH", "/vk/sim/switches", Map.of("no_post_code", 104));

        assertThat(byDefault).isEqualTo(15);
        assertThat(refusal(Map.of())).isEqualTo(104);
    }

    @Test
    void message_hasToBeThereAndOfBearableLength() {
        assertThat(refusal(Map.of("message", ""))).isEqualTo(100);
        assertThat(refusal(Map.of("message", " "))).isEqualTo(100);
        assertThat(refusal(Map.of("message", "я".repeat(4097)))).isEqualTo(100);
        assertThat(refusal(Map.of("message", "я".repeat(4096)))).isZero();
    }

    @Test
    void links_areRefusedWhenForbidden() {
        vk.sim("PATCH", "/vk/sim/switches", Map.of("links_forbidden", true));

        assertThat(refusal(Map.of("message", "См. https://example.org"))).isEqualTo(222);
        assertThat(refusal(Map.of("message", "См. сайт"))).isZero();
    }

    @Test
    void communityToken_speaksForItsCommunityOnItsWallOnly() {
        assertThat(refusal(Map.of("from_group", 1))).isEqualTo(15);
        assertThat(refusal(Map.of("owner_id", -5))).isEqualTo(15);
        assertThat(refusal(Map.of("reply_to_comment", 99999))).isEqualTo(100);
    }

    @Test
    void userToken_writesAsItselfOrAsACommunityItManages() {
        Map<String, Object> written = Map.of("owner_id", OWNER, "post_id", post, "message", "Я");

        vk.call("wall.createComment", USER_TOKEN, written);
        vk.call("wall.createComment", USER_TOKEN, plus(written, "from_group", 217000001));

        assertThat(comments(Map.of()).at("/items/0/from_id").asLong()).isEqualTo(100500);
        assertThat(comments(Map.of()).at("/items/1/from_id").asString()).isEqualTo(OWNER);
    }

    @Test
    void emoji_andQuotes_comeBackAsTheyWere() {
        String text = "Спасибо 🙏 \"всем\" <b>&amp;</b>\nвторая строка";

        vk.createComment(post, text, Map.of());

        assertThat(comments(Map.of()).at("/items/0/text").asString()).isEqualTo(text);
    }

    private int refusal(Map<String, Object> change) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("owner_id", OWNER, "post_id", post, "from_group", 217000001, "message", "Ответ"));
        parameters.putAll(change);
        return vk.call("wall.createComment", COMMUNITY_TOKEN, parameters)
                .at("/error/error_code")
                .asInt();
    }

    private JsonNode comments(Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("owner_id", OWNER);
        parameters.put("post_id", post);
        return vk.call("wall.getComments", SERVICE_TOKEN, parameters).at("/response");
    }

    private void delete(int comment) {
        JsonNode answer = vk.call("wall.deleteComment", USER_TOKEN, Map.of("owner_id", OWNER, "comment_id", comment));
        assertThat(answer.at("/response").asInt()).isEqualTo(1);
    }

    private static String ids(JsonNode page) {
        return page.at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Object> plus(Map<String, Object> parameters, String name, Object value) {
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(name, value);
        return more;
    }
}
