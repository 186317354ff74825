package otklik.publisher.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.contracts.Channel;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact.InterimGiven;
import otklik.contracts.incident.IncidentFact.ReplyApproved;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.publication.PublicationEvent;
import otklik.contracts.publication.PublicationEvent.PublicationFact;
import otklik.contracts.publication.PublicationEvent.PublicationFact.PublicationRefused;
import otklik.contracts.publication.PublicationEvent.PublicationFact.PublicationSucceeded;
import otklik.publisher.Network;
import otklik.publisher.Publisher;
import otklik.testkit.Clause;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

final class ReplyIT {

    private static final String TEXT = "Здравствуйте! Ямы на улице Лесной засыплют до 5 мая, контракт заключён.";
    private static final Duration LONG = Duration.ofSeconds(30);

    private final UUID incident = UUID.randomUUID();
    private final UUID reply = UUID.randomUUID();

    @BeforeEach
    void calm() {
        Network.reset();
        Publisher.closeCircuit();
        Publisher.execute("delete from account_rest");
    }

    @Test
    @Clause("AK-12")
    void approvedReply_standsUnderThePostOnceAndIsToldWithProof() {
        long post = Network.post("Яма во дворе");

        approve(UUID.randomUUID(), TEXT, address(post));

        PublicationSucceeded succeeded = (PublicationSucceeded) outcome();
        List<JsonNode> standing = Network.official(post);
        assertThat(standing).hasSize(1);
        assertThat(standing.getFirst().path("text").asString()).isEqualTo(TEXT);
        assertThat(standing.getFirst().path("guid").asString()).isEqualTo(reply.toString());
        assertThat(succeeded.remoteId())
                .isEqualTo("-217000001_" + standing.getFirst().path("id").asLong());
        assertThat(succeeded.permalink())
                .isEqualTo(Network.pageBase() + "/wall-217000001_" + post + "?reply="
                        + standing.getFirst().path("id").asLong());
        assertThat(succeeded.textSha256()).isEqualTo(ReplyLedger.sha256(TEXT));
    }

    @Test
    void replyToACommentInAThread_standsInTheThread() {
        long post = Network.post("Яма во дворе");
        long root = Network.comment(post, "И у нас", Map.of());
        long inner = Network.comment(post, "Когда починят?", Map.of("reply_to_comment", root));
        Network.next("executed-then-502", Map.of());

        approve(
                UUID.randomUUID(),
                TEXT,
                Map.of(
                        "owner_id", "-217000001",
                        "post_id", Long.toString(post),
                        "comment_id", Long.toString(inner),
                        "parents", Long.toString(root)));

        PublicationSucceeded succeeded = (PublicationSucceeded) outcome();
        assertThat(Network.official(post)).hasSize(1);
        assertThat(succeeded.permalink()).endsWith("&thread=" + root);
    }

    @Test
    void threadThatTheAddressDoesNotName_isFoundOnThePage() {
        long post = Network.post("Яма во дворе");
        long root = Network.comment(post, "И у нас", Map.of());
        long inner = Network.comment(post, "Когда починят?", Map.of("reply_to_comment", root));
        Network.next("executed-then-reset", Map.of());

        approve(
                UUID.randomUUID(),
                TEXT,
                Map.of(
                        "owner_id", "-217000001",
                        "post_id", Long.toString(post),
                        "comment_id", Long.toString(inner)));

        assertThat(outcome()).isInstanceOf(PublicationSucceeded.class);
        assertThat(Network.official(post)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "executed-then-502",
                "executed-then-reset",
                "executed-then-timeout",
                "truncated-json",
                "executed-then-html"
            })
    void executedWithoutAnAnswer_isFoundOnThePageAndNotSentAgain(String fault) {
        // The network is no help here: it would take the same guid twice.
        Network.honourGuid(false);
        long post = Network.post("Яма во дворе");
        Network.next(fault, Map.of("millis", 5_000));

        approve(UUID.randomUUID(), TEXT, address(post));

        assertThat(outcome()).isInstanceOf(PublicationSucceeded.class);
        assertThat(Network.official(post)).hasSize(1);
        assertThat(row("attempt")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-executed-then-502", "not-executed-then-reset", "html"})
    void notExecutedWithoutAnAnswer_isSentOnceMoreWhenThePageMustHaveShownIt(String fault) {
        Network.honourGuid(false);
        long post = Network.post("Яма во дворе");
        Network.next(fault, Map.of());

        approve(UUID.randomUUID(), TEXT, address(post));

        assertThat(outcome()).isInstanceOf(PublicationSucceeded.class);
        assertThat(Network.official(post)).hasSize(1);
        assertThat(row("attempt")).containsExactly("2");
    }

    @Test
    void twiceWithoutAnAnswerAndNotOnThePage_isForAPersonToDecide() {
        long post = Network.post("Яма во дворе");
        Network.next("not-executed-then-502", Map.of("times", 2));

        approve(UUID.randomUUID(), TEXT, address(post));

        assertThat(((PublicationRefused) outcome()).reason()).isEqualTo("UNKNOWN_OUTCOME");
        assertThat(Network.official(post)).isEmpty();
    }

    @Test
    void closedComments_areRefusedWithTheirReason() {
        long post = Network.post("Яма во дворе");
        Network.closeComments(post);

        approve(UUID.randomUUID(), TEXT, address(post));

        assertThat(((PublicationRefused) outcome()).reason()).isEqualTo("COMMENTS_CLOSED");
        assertThat(Network.official(post)).isEmpty();
    }

    @Test
    void captcha_goesToAPersonAndTheAccountRests() {
        long post = Network.post("Яма во дворе");
        Network.next("error", Map.of("code", 14));

        approve(UUID.randomUUID(), TEXT, address(post));

        assertThat(((PublicationRefused) outcome()).reason()).isEqualTo("CAPTCHA");
        assertThat(Publisher.query("select reason from account_rest where until > now()"))
                .containsExactly("CAPTCHA");
    }

    @Test
    void networkWithoutARobot_isRefusedAtOnce() {
        Publisher.tell(UUID.randomUUID(), event(Channel.TELEGRAM, TEXT, Map.of(), true));

        assertThat(((PublicationRefused) outcome()).reason()).isEqualTo("UNSUPPORTED_CHANNEL");
    }

    @Test
    void replyThatAPersonPublishes_isLeftAlone() {
        long post = Network.post("Яма во дворе");
        Publisher.tell(UUID.randomUUID(), event(Channel.VK, TEXT, address(post), false));
        UUID next = UUID.randomUUID();

        // Same key, hence after it: when this one is out, the other was seen.
        Publisher.tell(
                UUID.randomUUID(),
                new IncidentEvent(
                        incident,
                        "altai-krai",
                        3,
                        Instant.now(),
                        Actor.SYSTEM,
                        new ReplyApproved(next, ReplyKind.FINAL, TEXT, Channel.VK, null, address(post), true)));

        assertThat(outcome()).isInstanceOf(PublicationSucceeded.class);
        assertThat(row("state")).isEmpty();
        assertThat(Network.official(post)).hasSize(1);
    }

    @Test
    @Clause("VP-10")
    void interimReplyBeforeDaysOff_goesOutLikeAnyOther() {
        long post = Network.post("Яма во дворе");
        IncidentEvent given = new IncidentEvent(
                incident,
                "altai-krai",
                2,
                Instant.now(),
                Actor.SYSTEM,
                new InterimGiven(reply, "VP-10", TEXT, Channel.VK, null, address(post), true));

        Publisher.tell(UUID.randomUUID(), given);
        Publisher.tell(UUID.randomUUID(), given);

        assertThat(outcome()).isInstanceOf(PublicationSucceeded.class);
        assertThat(Network.official(post)).hasSize(1);
    }

    @Test
    void repeatedEvents_giveOneReply() {
        long post = Network.post("Яма во дворе");
        UUID event = UUID.randomUUID();

        approve(event, TEXT, address(post));
        approve(event, TEXT, address(post));
        approve(UUID.randomUUID(), TEXT, address(post));

        assertThat(outcome()).isInstanceOf(PublicationSucceeded.class);
        await().during(Duration.ofSeconds(1))
                .atMost(LONG)
                .until(() -> Publisher.told(incident).size() == 1);
        assertThat(Network.official(post)).hasSize(1);
    }

    @Test
    void workerThatDiedAfterTheCall_leavesARowThatIsFoundOnThePage() throws Exception {
        long post = Network.post("Яма во дворе");
        write(post);

        leaveSending(post);

        assertThat(outcome()).isInstanceOf(PublicationSucceeded.class);
        assertThat(Network.official(post)).hasSize(1);
    }

    @Test
    void workerThatDiedBeforeTheCall_leavesARowThatIsSentAfterALookAtThePage() {
        long post = Network.post("Яма во дворе");

        leaveSending(post);

        assertThat(outcome()).isInstanceOf(PublicationSucceeded.class);
        assertThat(Network.official(post)).hasSize(1);
        assertThat(row("attempt")).containsExactly("2");
    }

    @Test
    void ledger_isShownInItsJurisdictionOnly() throws Exception {
        approve(UUID.randomUUID(), TEXT, address(Network.post("Яма во дворе")));
        outcome();

        JsonNode mine = publications(TestIssuer.bearer("curator.altai", "curator@altai-krai"));
        JsonNode foreign = publications(TestIssuer.bearer("curator.kirov", "curator@vyatskie-polyany"));

        assertThat(mine.path("items").size()).isEqualTo(1);
        assertThat(mine.path("items").path(0).path("state").asString()).isEqualTo("SENT");
        assertThat(mine.toString()).doesNotContain("sim-community").doesNotContain(TEXT);
        assertThat(foreign.path("items").size()).isZero();
    }

    @Test
    void metrics_addUp() {
        approve(UUID.randomUUID(), TEXT, address(Network.post("Яма во дворе")));
        outcome();

        await().atMost(LONG).untilAsserted(() -> {
            double open = Publisher.query("select 1 from reply where state not in ('SENT', 'REFUSED')")
                    .size();
            // Rows that a test has put in by hand were never accepted.
            double byHand = Publisher.query("select 1 from reply where cause = 'by hand'")
                    .size();
            assertThat(Publisher.counted("otklik.publisher.accepted") + byHand)
                    .isEqualTo(Publisher.counted("otklik.publisher.replies") + open);
        });
        assertThat(Publisher.counted("otklik.publisher.calls", "outcome", "done"))
                .isPositive();
    }

    private void approve(UUID event, String text, Map<String, String> address) {
        Publisher.tell(event, event(Channel.VK, text, address, true));
    }

    private IncidentEvent event(Channel channel, String text, Map<String, String> address, boolean automatic) {
        return new IncidentEvent(
                incident,
                "altai-krai",
                2,
                Instant.now(),
                Actor.SYSTEM,
                new ReplyApproved(reply, ReplyKind.FINAL, text, channel, null, address, automatic));
    }

    private static Map<String, String> address(long post) {
        return Map.of("owner_id", "-217000001", "post_id", Long.toString(post));
    }

    private PublicationFact outcome() {
        return await().atMost(LONG).until(() -> Publisher.told(incident), told -> !told.isEmpty()).stream()
                .map(PublicationEvent::fact)
                .reduce((first, second) -> {
                    throw new AssertionError("told twice: " + first + ", " + second);
                })
                .orElseThrow();
    }

    private List<String> row(String column) {
        return Publisher.query("select " + column + " from reply where reply_id = ?", reply);
    }

    /** A row as a worker leaves it that dies with the socket open. */
    private void leaveSending(long post) {
        Publisher.execute("""
                insert into reply (reply_id, incident_id, jurisdiction, channel, account, target, owner_id, post_id, text, guid, cause,
                                   state, attempt, next_at, accepted_at, first_attempt_at, attempt_at, changed_at)
                values ('%s', '%s', 'altai-krai', 'vk', 'vk:217000001', 'wall-217000001_%d', -217000001, %d, '%s', '%s', 'by hand',
                        'SENDING', 1, now() + interval '1 second', now(), now(), now(), now())""".formatted(reply, incident, post, post, TEXT, reply));
    }

    /** The comment that the dead worker's call has made. */
    private void write(long post) throws Exception {
        String form = "owner_id=-217000001&post_id=" + post + "&from_group=217000001&v=5.199&guid=" + reply
                + "&access_token=sim-community-217000001&message="
                + java.net.URLEncoder.encode(TEXT, java.nio.charset.StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(Network.apiBase() + "/wall.createComment"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode publications(String bearer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + Publisher.port() + "/api/publisher/v1/publications?incident=" + incident))
                .header("Authorization", bearer)
                .build();
        return Json.mapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
    }
}
