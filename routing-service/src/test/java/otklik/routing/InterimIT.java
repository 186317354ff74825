package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import otklik.testkit.Clause;
import otklik.testkit.SettableTime;
import otklik.testkit.TestDatabase;

/** The day before days off in Vyatskie Polyany, with two instances of the service looking. */
@Clause("VP-10")
class InterimIT {

    private static final String TEXT = "Здравствуйте! Фонарь починят до 15 декабря.";
    /** Friday, 20 November 2026, 15:44 in Kirov. */
    private static final Instant FRIDAY_15_44 = Instant.parse("2026-11-20T12:44:00Z");

    private static final Instant FRIDAY_15_45 = FRIDAY_15_44.plusSeconds(60);
    private static final Instant MONDAY = Instant.parse("2026-11-22T21:00:00Z");
    private static final SettableTime TIME = new SettableTime(FRIDAY_15_44);

    private static RoutingUnderTest service;
    private static RoutingUnderTest other;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh("interim");
        service = new RoutingUnderTest(database, TIME);
        other = new RoutingUnderTest(database, TIME);
    }

    @AfterAll
    static void stop() {
        service.replaysEverything();
        other.close();
        service.close();
    }

    @BeforeEach
    void friday() {
        TIME.set(FRIDAY_15_44);
    }

    @Test
    void author_hearsFromUsOnceWhicheverInstanceLooks() {
        List<Walk> walks = IntStream.range(0, 12)
                .mapToObj(i -> begin("once-" + i, FRIDAY_15_44.minusSeconds(i)))
                .toList();
        assertThat(walks).allSatisfy(walk -> assertThat(walk.facts()).containsExactly("IncidentRegistered"));

        TIME.set(FRIDAY_15_45);

        walks.forEach(InterimIT::isGiven);
        assertThat(walks)
                .allSatisfy(walk ->
                        assertThat(walk.facts()).containsExactly("IncidentRegistered", "PassOnDue", "InterimGiven"));
        Walk walk = walks.getFirst();
        walk.is("NEW").isInTheQueueOf("curator").shows("/marks/interim/status", "REQUESTED");
        assertThat(walk.entry("InterimGiven").at("/details/text").asString()).contains("23 ноября");
        assertThat(walk.entry("InterimGiven").at("/by/id").asString()).isEqualTo("system");
        assertThat(walk.entry("InterimGiven").at("/clause").asString()).isEqualTo("VP-10");
        walk.interimIsPublished().is("NEW");
        assertThat(walk.entry("InterimPublished").at("/details/remoteId").asString())
                .isEqualTo("511");
        assertThat(walk.entry("InterimPublished").at("/details/textSha256").asString())
                .isEqualTo("ab");
    }

    @Test
    void receivedAt1545OrLater_getsNone() {
        Walk at = begin("at", FRIDAY_15_45);
        Walk after = begin("after", FRIDAY_15_45.plusSeconds(60));
        Walk before = begin("before", FRIDAY_15_45.minusNanos(1000));

        TIME.set(FRIDAY_15_45.plusSeconds(3600));

        isGiven(before);
        assertThat(at.facts()).containsExactly("IncidentRegistered");
        assertThat(after.facts()).containsExactly("IncidentRegistered");
    }

    @Test
    void workInProgress_goesOnWhereItWas() {
        Walk walk = begin("draft", FRIDAY_15_44)
                .does("curator", "Route", "organ", "vyatskie-polyany.roads")
                .does("executor/roads", "SubmitDraft", "text", TEXT, "urgent", true)
                .is("ON_AGREEMENT");

        TIME.set(FRIDAY_15_45);

        isGiven(walk);
        assertThat(walk.facts()).doesNotContain("PassOnDue");
        walk.is("ON_AGREEMENT")
                .does("responsible/roads", "Agree", "urgent", true)
                .does("curator", "Approve")
                .isPublished("DONE");
    }

    @Test
    void answeredBefore_getsNone() {
        Walk walk = begin("answered", FRIDAY_15_44)
                .does("curator", "Route", "organ", "vyatskie-polyany.roads")
                .does("responsible/roads", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve")
                .isPublished("DONE")
                .does("curator", "Reopen", "reason", "Не всё сделано");
        Walk witness = begin("witness-1", FRIDAY_15_44);

        TIME.set(FRIDAY_15_45);

        isGiven(witness);
        assertThat(walk.facts()).doesNotContain("InterimGiven");
    }

    @Test
    void replyOnItsWay_isWaitedForBeforeAnythingElseIsSaid() {
        Walk walk = begin("on-its-way", FRIDAY_15_44)
                .does("curator", "Route", "organ", "vyatskie-polyany.roads")
                .does("responsible/roads", "SubmitDraft", "text", TEXT)
                .does("curator", "Approve");
        Walk witness = begin("witness-2", FRIDAY_15_44);

        TIME.set(FRIDAY_15_45);

        isGiven(witness);
        walk.is("APPROVED").isPublished("DONE");
        assertThat(walk.facts()).doesNotContain("InterimGiven");
    }

    @Test
    void screenedOut_getsNoneUnlessItIsBroughtBackBeforeWorkBeginsAgain() {
        Walk back = begin("back", FRIDAY_15_44).does("curator", "ScreenOut", "ground", "advertising");
        Walk late = begin("late", FRIDAY_15_44).does("curator", "ScreenOut", "ground", "advertising");
        Walk witness = begin("witness-3", FRIDAY_15_44);

        TIME.set(FRIDAY_15_45);
        isGiven(witness);
        assertThat(back.facts()).doesNotContain("InterimGiven");

        back.does("curator", "Restore", "reason", "Не реклама");
        isGiven(back);

        TIME.set(MONDAY);
        late.does("curator", "Restore", "reason", "Не реклама");
        await().untilAsserted(() -> assertThat(dueMarks(late)).isZero());
        assertThat(late.facts()).doesNotContain("InterimGiven");
    }

    @Test
    void importedOld_isNotWrittenTo() {
        Walk old = begin("old", FRIDAY_15_44.minus(Duration.ofDays(14)));

        assertThat(dueMarks(old)).isZero();
    }

    @Test
    void organThatTheCuratorsWordMakesCertain_isSentItTheSameDay() {
        Walk walk = Walk.begin(service, "vyatskie-polyany", "pass-on", FRIDAY_15_44, "Дороги")
                .does("curator", "CorrectClassification", "topicGroup", "Дороги", "topic", "Ямы");

        TIME.set(FRIDAY_15_45);

        isGiven(walk);
        walk.is("ROUTED").shows("/organ/id", "vyatskie-polyany.roads").isInTheQueueOf("executor/roads");
        assertThat(walk.facts()).doesNotContain("PassOnDue");
        assertThat(walk.entry("IncidentRouted").at("/details/rule").asString()).isEqualTo("дороги и транспорт");
    }

    @Test
    void whatTheSystemCannotPost_isPostedByTheCurator() {
        Walk walk = begin("hands", FRIDAY_15_44).does("curator", "Route", "organ", "vyatskie-polyany.roads");
        assertThat(walk.offers("curator")).doesNotContain("RecordInterim");
        TIME.set(FRIDAY_15_45);
        isGiven(walk);

        walk.interimCannotBePosted()
                .is("ROUTED")
                .isInTheQueueOf("curator")
                .mayNot("executor/roads", "not-yours", "VP-10", "RecordInterim", "url", "https://ok.ru/1")
                .mayNot("curator", "link-required", "VP-10", "RecordInterim", "url", "нет")
                .does("curator", "RecordInterim", "url", "https://ok.ru/1")
                .is("ROUTED")
                .shows("/marks/interim/permalink", "https://ok.ru/1")
                .isNotInTheQueueOf("curator");
        assertThat(walk.facts()).endsWith("ManualPublicationNeeded", "InterimPublished");
    }

    private static Walk begin(String post, Instant detectedAt) {
        return Walk.begin(service, "vyatskie-polyany", post, detectedAt);
    }

    private static void isGiven(Walk walk) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(walk.facts()).contains("InterimGiven"));
    }

    private static long dueMarks(Walk walk) {
        Long found = service.database()
                .sql("select count(*) from incident where id = :id and interim_due_at is not null")
                .bind("id", walk.id())
                .map(row -> row.get(0, Long.class))
                .one()
                .block(Duration.ofSeconds(5));
        return found == null ? -1 : found;
    }
}
