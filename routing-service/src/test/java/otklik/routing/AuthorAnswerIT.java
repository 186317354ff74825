package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.Topics;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.Author;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.testkit.Clause;
import otklik.testkit.TestDatabase;
import tools.jackson.databind.JsonNode;

/** The asked author answers in the network: two instances of the service hear it. What counts as an answer: {@code AuthorAnswerRulesTest}. */
@Clause("AK-4")
class AuthorAnswerIT {

    private static final String AUTHOR = "7";
    private static final AtomicInteger POSTS = new AtomicInteger(100);

    private static RoutingUnderTest service;
    private static RoutingUnderTest other;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh("author_answer");
        service = new RoutingUnderTest(database);
        other = new RoutingUnderTest(database);
    }

    @AfterAll
    static void stop() {
        service.replaysEverything();
        assertThat(
                        count(
                                "select count(*) from awaited_answer a join incident i on i.id = a.incident_id where state = 'DONE'"))
                .isZero();
        other.close();
        service.close();
    }

    @Test
    void answerInTheThread_comesInByItselfOnceAndIsNoIncident() {
        String post = post();
        Walk walk = isAsked(post);
        IncidentDetected answer = comment(post, "9001", AUTHOR, "Ленина, 5");

        service.tell(answer);
        service.tell(answer);

        await().untilAsserted(() -> walk.is("IN_WORK"));
        walk.isInTheQueueOf("executor/transport")
                .shows("/marks/authorSaid", "Ленина, 5")
                .shows("/marks/authorComment/url", String.valueOf(answer.url()))
                .shows("/marks/authorComment/writtenAt", String.valueOf(answer.postedAt()));
        JsonNode told = walk.entry("AuthorAnswered");
        assertThat(told.at("/title").asString()).isEqualTo("Автор ответил на уточнение в комментарии");
        assertThat(told.at("/by/id").asString()).isEqualTo("system");
        assertThat(told.at("/details/url").asString()).isEqualTo(answer.url());
        assertThat(walk.entry("observer", "AuthorAnswered").at("/details").toString())
                .doesNotContain("Ленина", "9001");
        assertThat(walk.card("observer").at("/marks/authorComment").isMissingNode())
                .isTrue();
        isNoIncident(answer);
        assertThat(walk.facts().stream().filter("AuthorAnswered"::equals)).hasSize(1);
        assertThat(service.lies(Topics.INCIDENTS_LIFECYCLE, walk.id().toString()).stream()
                        .filter(event -> String.valueOf(event).contains("incident.author-answered")))
                .singleElement()
                .asString()
                .doesNotContain("Ленина")
                .contains("\"system\"");
    }

    @Test
    void severalComments_standOnTheCardTogetherUntilADraftIsWritten() {
        String post = post();
        Walk walk = isAsked(post);

        service.tell(comment(post, "1", AUTHOR, "Ленина"));
        await().untilAsserted(() -> walk.shows("/marks/authorSaid", "Ленина"));
        service.tell(comment(post, "2", AUTHOR, "Дом 5"));
        await().untilAsserted(() -> walk.shows("/marks/authorSaid", "Ленина\nДом 5"));

        walk.is("IN_WORK").does("executor/transport", "SubmitDraft", "text", "Здравствуйте! Заделаем до 15 декабря.");
        Walk.begin(service, comment(post, "3", AUTHOR, "Спасибо")).is("NEW");
        walk.does("curator", "Approve").isPublished("DONE");
    }

    @Test
    void commentsOfOthersAndElsewhere_areIncidentsAsEver() {
        String post = post();
        Walk walk = isAsked(post);

        Walk.begin(service, comment(post, "1", "8", "И у нас дом 5")).is("NEW");
        Walk.begin(service, comment(post, "2", null, "Дом 5")).is("NEW");
        Walk.begin(service, comment(post(), "3", AUTHOR, "Дом 5")).is("NEW");

        walk.is("AWAITING_AUTHOR");
        assertThat(walk.facts()).doesNotContain("AuthorAnswered");
    }

    @Test
    void answerThatAPersonWroteDownBefore_standsBesideItAndIsNoIncident() {
        String post = post();
        Walk walk = isAsked(post).does("executor/transport", "RecordAuthorAnswer", "text", "Дом 5");

        IncidentDetected same = comment(post, "1", AUTHOR, "Дом 5");
        service.tell(same);

        await().untilAsserted(() -> walk.shows("/marks/authorComment/url", String.valueOf(same.url())));
        walk.is("IN_WORK").shows("/marks/authorSaid", "Дом 5");
        isNoIncident(same);
    }

    @Test
    void answerBeforeWeKnowThatOurQuestionStands_isHeardWhenItDoes() {
        String post = post();
        Walk walk = isOnItsWay(post);
        IncidentDetected early = comment(post, "1", AUTHOR, "Дом 5");
        Walk.begin(service, early).is("NEW");

        walk.isPublished("IN_WORK", early.detectedAt().minusSeconds(30));

        walk.shows("/marks/authorSaid", "Дом 5").shows("/marks/authorComment/url", String.valueOf(early.url()));
        assertThat(walk.facts()).endsWith("ReplyPublished", "AuthorAnswered");
        assertThat(count("select count(*) from early_answer")).isZero();
    }

    @Test
    void incidentOfAnEarlyAnswer_endsAsThatWhenTheQuestionStandsAndOnlyOnce() {
        String post = post();
        Walk walk = isOnItsWay(post);
        IncidentDetected early = comment(post, "1", AUTHOR, "Дом 5");
        Walk own = Walk.begin(service, early).is("NEW").isInTheQueueOf("curator");

        walk.isPublished("IN_WORK", early.detectedAt().minusSeconds(30));
        service.tell(early);
        Walk.begin(service, comment(post(), "2", "8", "Позже")).is("NEW");

        own.is("NO_REACTION")
                .isNotInTheQueueOf("curator")
                .shows("/marks/answerTo/id", walk.id().toString())
                .shows(
                        "/marks/answerTo/number",
                        walk.card("curator").at("/number").asString());
        JsonNode told = own.entry("FoundToBeAnswer");
        assertThat(told.at("/by/id").asString()).isEqualTo("system");
        assertThat(told.at("/title").asString())
                .isEqualTo("Это ответ автора на наш вопрос в сообщении "
                        + walk.card("curator").at("/number").asString());
        assertThat(own.facts()).containsExactly("IncidentRegistered", "FoundToBeAnswer");
        assertThat(walk.facts().stream().filter("AuthorAnswered"::equals)).hasSize(1);
        await().untilAsserted(() -> assertThat(
                        service.lies(Topics.INCIDENTS_LIFECYCLE, own.id().toString()).stream()
                                .filter(event -> String.valueOf(event).contains("incident.no-reaction-decided")))
                .hasSize(1));
        own.does("curator", "Restore", "reason", "Здесь и другой вопрос").is("NEW");
    }

    @Test
    void incidentOfAnEarlyAnswer_thatAPersonHasDoneSomethingWith_isLeftToPeople() {
        String post = post();
        Walk walk = isOnItsWay(post);
        IncidentDetected routed = comment(post, "1", AUTHOR, "Дом 5");
        IncidentDetected discussed = comment(post, "2", AUTHOR, "Подъезд 2");
        Walk first = Walk.begin(service, routed);
        first.does("curator", "Route", "organ", first.organ("transport"));
        Walk second = Walk.begin(service, discussed);
        service.http
                .post()
                .uri("/api/routing/v1/incidents/{id}/comments", second.id())
                .header("Authorization", second.who("curator"))
                .header("Content-Type", "application/json")
                .bodyValue("{\"text\":\"Это не о том же?\"}")
                .exchange()
                .expectStatus()
                .isCreated();

        walk.isPublished("IN_WORK", routed.detectedAt().minusSeconds(30));

        walk.shows("/marks/authorSaid", "Дом 5\nПодъезд 2");
        first.is("ROUTED");
        second.is("NEW");
    }

    @Test
    void askedTwiceInTheThread_nobodyCanTellWhichIsAnswered() {
        String post = post();
        Walk first = Walk.begin(service, post(post));
        Walk second = Walk.begin(service, comment(post, "1", AUTHOR, "И двор"));
        isOnItsWay(first).isPublished("AWAITING_AUTHOR");
        isOnItsWay(second).isPublished("AWAITING_AUTHOR");

        Walk.begin(service, comment(post, "2", AUTHOR, "Дом 5")).is("NEW");

        first.is("AWAITING_AUTHOR");
        second.is("AWAITING_AUTHOR");
    }

    /** It has been dealt with, and is none. */
    private static void isNoIncident(IncidentDetected answer) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(count(
                                "select count(*) from author_answer where comment_id = '" + answer.incidentId() + "'"))
                        .isOne());
        assertThat(count("select count(*) from incident where id = '" + answer.incidentId() + "'"))
                .isZero();
    }

    private static Walk isAsked(String post) {
        return isOnItsWay(post).isPublished("AWAITING_AUTHOR");
    }

    private static Walk isOnItsWay(String post) {
        return isOnItsWay(Walk.begin(service, post(post)));
    }

    private static Walk isOnItsWay(Walk walk) {
        return walk.does("curator", "Route", "organ", walk.organ("transport"))
                .does("executor/transport", "SubmitDraft", "kind", "clarification", "text", "Какой дом?")
                .does("curator", "Approve");
    }

    private static IncidentDetected post(String post) {
        return detected(post, PostKind.POST, Map.of("owner_id", "-5", "post_id", post), AUTHOR, "Яма");
    }

    private static String post() {
        return Integer.toString(POSTS.incrementAndGet());
    }

    /** Under our question. */
    private static IncidentDetected comment(String post, String id, @Nullable String author, String text) {
        return detected(
                post + "_" + id,
                PostKind.COMMENT,
                Map.of("owner_id", "-5", "post_id", post, "comment_id", id, "parents", "512"),
                author,
                text);
    }

    private static IncidentDetected detected(
            String id, PostKind kind, Map<String, String> address, @Nullable String author, String text) {
        PostKey post = new PostKey(Channel.VK, "-5_" + id);
        Instant now = Instant.now();
        return new IncidentDetected(
                IncidentId.of("altai-krai", post),
                "altai-krai",
                post,
                kind,
                "https://vk.com/wall-5_" + id,
                text,
                author == null ? null : new Author(author, null, null),
                address,
                now.truncatedTo(ChronoUnit.SECONDS),
                now,
                new Classification(
                        "Без правила", "Тема", null, Importance.NORMAL, Screening.CLEAN, 0.4, List.of(), "test"));
    }

    private static long count(String sql) {
        return service.database()
                .sql(sql)
                .map(row -> row.get(0, Long.class))
                .one()
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();
    }
}
