package otklik.ingest.vk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.contracts.Channel;
import otklik.contracts.Topics;
import otklik.contracts.post.Author;
import otklik.contracts.post.Origin;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.contracts.post.PostReceived;
import otklik.ingest.RunningIngest;
import otklik.ingest.TopicReader;
import otklik.messaging.Envelope;
import otklik.testkit.Clause;
import otklik.testkit.TestKafka;

class VkCallbackIT {

    private static final String PATH = "/callbacks/vk/altai-krai";
    private static RunningIngest ingest;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start();
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @Test
    void confirmation_isAnsweredWithTheCode() {
        HttpResponse<String> answer = ingest.post(PATH, "{\"type\":\"confirmation\",\"group_id\":217000001}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("c0nf1rm1");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    }

    @Test
    @Clause("AK-2")
    void comment_isDurableWhenVkReadsOk() {
        HttpResponse<String> answer = ingest.post(
                PATH, reply("ev-1", 4981, 100500, "[id7|Анна], когда починят яму?", "\"parents_stack\":[490]"));

        assertThat(answer.body()).isEqualTo("ok");
        List<Envelope> events = received("-217000001_77_4981");
        PostReceived post = (PostReceived) events.getFirst().event();
        assertThat(events).hasSize(1);
        assertThat(post)
                .isEqualTo(new PostReceived(
                        "altai-krai",
                        new PostKey(Channel.VK, "-217000001_77_4981"),
                        PostKind.COMMENT,
                        Origin.WEBHOOK,
                        "https://vk.com/wall-217000001_77?reply=4981&thread=490",
                        "Анна, когда починят яму?",
                        new Author("100500", null, "https://vk.com/id100500"),
                        Map.of("owner_id", "-217000001", "post_id", "77", "comment_id", "4981", "parents", "490"),
                        Instant.ofEpochSecond(1763790000),
                        post.receivedAt(),
                        null));
    }

    @Test
    void post_isTakenWithItsOwnAddress() {
        ingest.post(PATH, wallPost("ev-2", 81, 100501, "Во дворе нет света"));

        PostReceived post = (PostReceived) received("-217000001_81").getFirst().event();
        assertThat(post.kind()).isEqualTo(PostKind.POST);
        assertThat(post.url()).isEqualTo("https://vk.com/wall-217000001_81");
        assertThat(post.address()).isEqualTo(Map.of("owner_id", "-217000001", "post_id", "81"));
    }

    @Test
    void repeatedEvent_isAnsweredOkAndSentOnce() {
        String callback = reply("ev-3", 4983, 100500, "Мусор не вывозят", "\"parents_stack\":[]");

        String first = ingest.post(PATH, callback).body();
        String second = ingest.post(PATH, callback, "X-Retry-Counter", "1").body();

        assertThat(List.of(first, second)).containsOnly("ok");
        assertThat(received("-217000001_77_4983")).hasSize(1);
    }

    @Test
    void samePostUnderAnotherEvent_isSentOnce() {
        ingest.post(PATH, wallPost("ev-4", 82, 100501, "Автобус не пришёл"));
        String second = ingest.post(PATH, wallPost("ev-5", 82, 100501, "Автобус не пришёл"))
                .body();

        assertThat(second).isEqualTo("ok");
        assertThat(received("-217000001_82")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"own, -217000001, Спасибо за сообщение!", "empty_text, 100500, ''"})
    void whatIsNothingForUs_isAnsweredOkAndCounted(String outcome, long from, String text) {
        double before = ingest.count("otklik.vk.callbacks", "outcome", outcome);

        String answer =
                ingest.post(PATH, wallPost("ev-" + outcome, 83, from, text)).body();

        assertThat(answer).isEqualTo("ok");
        assertThat(ingest.count("otklik.vk.callbacks", "outcome", outcome)).isEqualTo(before + 1);
        assertThat(received("-217000001_83")).isEmpty();
    }

    @Test
    void unknownType_isAnsweredOkAndCounted() {
        double before = ingest.count("otklik.vk.callbacks", "outcome", "unknown_type");

        HttpResponse<String> answer = ingest.post(
                PATH,
                "{\"type\":\"group_join\",\"event_id\":\"ev-6\",\"group_id\":217000001,\"secret\":\"sim-secret-altai\",\"object\":{}}");

        assertThat(answer.body()).isEqualTo("ok");
        assertThat(ingest.count("otklik.vk.callbacks", "outcome", "unknown_type"))
                .isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wrong secret|/callbacks/vk/altai-krai|{\"type\":\"wall_post_new\",\"group_id\":217000001,\"secret\":\"guess\",\"object\":{}}|403|wrong-secret",
                "no secret|/callbacks/vk/altai-krai|{\"type\":\"wall_post_new\",\"group_id\":217000001,\"object\":{}}|403|wrong-secret",
                "strange community|/callbacks/vk/altai-krai|{\"type\":\"confirmation\",\"group_id\":5}|403|wrong-secret",
                "unknown jurisdiction|/callbacks/vk/nowhere|{\"type\":\"confirmation\",\"group_id\":217000001}|404|not-found",
                "broken JSON|/callbacks/vk/altai-krai|{\"type\":|400|unreadable",
                "not an object|/callbacks/vk/altai-krai|[1]|400|unreadable",
                "nothing|/callbacks/vk/altai-krai|''|400|unreadable",
                "object without ids|/callbacks/vk/altai-krai|{\"type\":\"wall_post_new\",\"event_id\":\"ev-7\",\"group_id\":217000001,\"secret\":\"sim-secret-altai\",\"object\":{\"text\":\"a\"}}|400|unreadable"
            })
    void badCallback_isRefusedWithAProblemAndCounted(String why, String path, String body, int status, String code) {
        double before = ingest.count("otklik.http.problems", "code", code);

        HttpResponse<String> answer = ingest.post(path, body);

        assertThat(answer.statusCode()).as(why).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(ingest.count("otklik.http.problems", "code", code)).isEqualTo(before + 1);
    }

    @Test
    void bodyOverOneMegabyte_isRefused() {
        HttpResponse<String> answer = ingest.post(PATH, wallPost("ev-8", 84, 100500, "я".repeat(600_000)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(received("-217000001_84")).isEmpty();
    }

    @Test
    void callbackMetrics_addUp() {
        ingest.post(PATH, wallPost("ev-9", 85, 100500, "Разбита дорога"));
        ingest.post(PATH, "{broken");

        assertThat(ingest.count("otklik.vk.received")).isEqualTo(ingest.count("otklik.vk.callbacks"));
    }

    private static List<Envelope> received(String externalId) {
        return TopicReader.read(
                TestKafka.bootstrapServers(),
                Topics.POSTS_RECEIVED,
                PostReceived.class,
                post -> post.post().externalId().equals(externalId));
    }

    static String wallPost(String event, long id, long from, String text) {
        return """
                {"type":"wall_post_new","event_id":"%s","v":"5.199","group_id":217000001,"secret":"sim-secret-altai",
                "object":{"id":%d,"owner_id":-217000001,"from_id":%d,"date":1763790000,"text":"%s","post_type":"post"}}""".formatted(event, id, from, text);
    }

    private static String reply(String event, long id, long from, String text, String more) {
        return """
                {"type":"wall_reply_new","event_id":"%s","v":"5.199","group_id":217000001,"secret":"sim-secret-altai",
                "object":{"id":%d,"from_id":%d,"date":1763790000,"text":"%s","post_id":77,"owner_id":-217000001,%s,"post_owner_id":-217000001}}""".formatted(event, id, from, text, more);
    }
}
