package otklik.sla.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static otklik.contracts.incident.ReplyKind.FINAL;
import static otklik.sla.deadline.Facts.TRANSPORT;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.messaging.Envelope;

/** What the timekeeper does with records that are not as they should be, with a herd, and with a clock that jumps. */
class TimekeeperTest {

    private static final String DETECTED = "2026-06-10T09:00:00+07:00";

    @TempDir
    Path stateDir = Path.of("");

    private Bench bench = unset();
    private Story story = unset();

    @BeforeEach
    void open() {
        bench = new Bench(DETECTED, stateDir);
        story = new Story(bench);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void repeatedAndOldVersions_changeNothing() {
        IncidentEvent first = story.next(DETECTED, Facts.registered(Facts.at(DETECTED)));
        IncidentEvent second = story.next("2026-06-10T09:10:00+07:00", Facts.routed(TRANSPORT));
        bench.send(Facts.envelope(first));
        bench.at("2026-06-10T09:10:00+07:00");
        bench.send(Facts.envelope(second));
        bench.told();

        bench.send(Facts.envelope(second));
        bench.send(Facts.envelope(first));
        bench.tick();

        assertThat(bench.told()).isEmpty();
        assertThat(bench.facts("seen")).isEqualTo(2);
        assertThat(bench.deadLetters()).isEmpty();
    }

    @Test
    void aGapInTheVersions_isLetPass() {
        story.registered(DETECTED);
        story.next(DETECTED, Facts.corrected(otklik.contracts.Importance.NORMAL));

        story.fact("2026-06-10T09:10:00+07:00", Facts.routed(TRANSPORT));

        assertThat(story.told("route")).contains("06-10 09:10 route met");
    }

    @Test
    void unreadableRecords_areDeadLettersWithTheirCause_andThePartitionGoesOn() {
        bench.send(
                new TestRecord<>(story.id.toString(), "{".getBytes(UTF_8), new RecordHeaders(), bench.time.instant()));
        bench.send(new TestRecord<>(story.id.toString(), null, new RecordHeaders(), bench.time.instant()));
        TestRecord<String, byte[]> broken = bench.record(Facts.envelope(story.next(DETECTED, Facts.rework())));
        bench.send(new TestRecord<>(
                broken.key(), "{\"version\":".getBytes(UTF_8), broken.headers(), bench.time.instant()));
        TestRecord<String, byte[]> elsewhere = bench.record(Facts.envelope(story.next(DETECTED, Facts.rework())));
        bench.send(new TestRecord<>("another", elsewhere.value(), elsewhere.headers(), bench.time.instant()));

        assertThat(bench.deadLetters())
                .hasSize(4)
                .allSatisfy(
                        letter -> assertThat(header(letter, "otklik_dlt_cause")).isNotBlank())
                .extracting(letter -> header(letter, "otklik_dlt_consumer"))
                .containsOnly("bench");
        story.registered(DETECTED);
        assertThat(bench.told()).hasSize(3);
    }

    @Test
    void refusedFacts_areDeadLettersThatSayWhy() {
        new Story(bench, "of nobody", "atlantis").registered(DETECTED);
        new Story(bench, "never registered", Facts.JURISDICTION).fact(DETECTED, Facts.routed(TRANSPORT));
        new Story(bench, "long ago", Facts.JURISDICTION)
                .fact(DETECTED, Facts.registered(Instant.parse("1999-01-01T00:00:00Z")));
        new Story(bench, "tomorrow", Facts.JURISDICTION)
                .fact(DETECTED, Facts.registered(Facts.at(DETECTED).plus(Duration.ofDays(1))));

        assertThat(bench.deadLetters())
                .extracting(letter -> header(letter, "otklik_dlt_cause").split(":")[0])
                .containsExactly("UNKNOWN_JURISDICTION", "NOT_REGISTERED", "OUTSIDE_CALENDAR", "IN_THE_FUTURE");
        assertThat(bench.told()).isEmpty();
    }

    @Test
    void factsOfUnknownType_areSkippedAndCounted() {
        TestRecord<String, byte[]> record =
                bench.record(Facts.envelope(story.next(DETECTED, Facts.registered(Facts.at(DETECTED)))));
        record.headers().remove("ce_type");
        record.headers().add("ce_type", "otklik.incident.sung-about.v1".getBytes(UTF_8));

        bench.send(record);

        assertThat(bench.facts("unknown")).isEqualTo(1);
        assertThat(bench.deadLetters()).isEmpty();
    }

    @Test
    void aLetterSentAgain_isTakenOnlyIfItIsOurs() {
        TestRecord<String, byte[]> ours =
                bench.record(Facts.envelope(story.next(DETECTED, Facts.registered(Facts.at(DETECTED)))));
        ours.headers().add("otklik_only_for", "bench".getBytes(UTF_8));
        TestRecord<String, byte[]> others = bench.record(Facts.envelope(story.next(DETECTED, Facts.routed(TRANSPORT))));
        others.headers().add("otklik_only_for", "reporting".getBytes(UTF_8));

        bench.send(ours);
        bench.send(others);

        assertThat(bench.told()).hasSize(3).noneMatch(line -> line.contains("route met"));
        assertThat(bench.facts("not_mine")).isEqualTo(1);
    }

    @Test
    void aHerdAfterADowntime_isToldInBoundedPieces_oldestFirst_eachOnce() {
        bench.close();
        bench = new Bench(DETECTED, stateDir.resolve("herd"), batchOf(10));
        for (int i = 0; i < 35; i++) {
            Instant detectedAt = Facts.at(DETECTED).minusSeconds(i);
            bench.send(Facts.envelope(Facts.event(
                    otklik.contracts.IncidentId.nameBased("herd " + i),
                    Facts.JURISDICTION,
                    1,
                    detectedAt,
                    Facts.registered(detectedAt))));
        }
        bench.told();

        List<List<String>> pieces = new ArrayList<>();
        bench.time.set(Facts.at("2026-06-10T09:31:00+07:00"));
        for (int i = 0; i < 5; i++) {
            bench.tick();
            pieces.add(bench.told().stream()
                    .filter(line -> line.endsWith("breached"))
                    .toList());
        }

        assertThat(pieces).extracting(List::size).containsExactly(10, 10, 10, 5, 0);
        assertThat(pieces.stream().flatMap(List::stream)).isSorted();
        assertThat(bench.all).extracting(Envelope::id).doesNotHaveDuplicates();
    }

    @Test
    void aFactBelowTheLowWaterMark_isStillLookedAt() {
        story.registered(DETECTED);
        bench.at("2026-06-10T12:00:00+07:00");
        bench.told();

        Story late = new Story(bench, "told late", Facts.JURISDICTION);
        bench.send(Facts.envelope(late.next(DETECTED, Facts.registered(Facts.at(DETECTED)))));
        bench.tick();

        assertThat(bench.told()).contains("06-10 09:30 route breached");
    }

    @Test
    void aClockThatJumps_tellsNothingTwice_andNothingEarly() {
        story.registered(DETECTED);
        bench.at("2026-06-10T09:31:00+07:00");
        assertThat(bench.told()).contains("06-10 09:30 route breached");

        bench.at("2026-06-10T09:20:00+07:00");
        bench.send(Facts.envelope(new Story(bench, "second", Facts.JURISDICTION)
                .next("2026-06-10T09:20:00+07:00", Facts.registered(Facts.at("2026-06-10T09:20:00+07:00")))));
        assertThat(bench.told()).hasSize(3).allMatch(line -> line.contains(" set "));
        bench.at("2026-06-10T09:31:00+07:00");
        assertThat(bench.told()).isEmpty();
        bench.at("2026-06-10T09:36:00+07:00");
        assertThat(bench.told()).containsExactly("06-10 09:35 route warned 50");
    }

    @Test
    void aFactThatOvertakesTheClock_isPrecededByWhatCameAboutBeforeIt() {
        story.registered(DETECTED);
        bench.told();
        bench.time.set(Facts.at("2026-06-10T09:40:00+07:00"));

        bench.send(Facts.envelope(story.next("2026-06-10T09:40:00+07:00", Facts.routed(TRANSPORT))));

        assertThat(story.told("route"))
                .containsExactly(
                        "06-10 09:15 route warned 50",
                        "06-10 09:22 route warned 75",
                        "06-10 09:27 route warned 90",
                        "06-10 09:30 route breached",
                        "06-10 09:40 route met late");
    }

    @Test
    void metrics_addUp() {
        story.registered(DETECTED)
                .fact("2026-06-10T09:10:00+07:00", Facts.routed(TRANSPORT))
                .fact("2026-06-10T10:00:00+07:00", Facts.draft(FINAL))
                .fact("2026-06-10T10:40:00+07:00", Facts.approved(FINAL));
        Story second = new Story(bench, "second", Facts.JURISDICTION).registered("2026-06-10T10:50:00+07:00");
        bench.send(Facts.envelope(Facts.event(second.id, Facts.JURISDICTION, 1, Facts.at(DETECTED), Facts.rework())));
        second.fact("2026-06-10T10:55:00+07:00", new IncidentFact.NoReactionDecided("Повтор"));
        bench.send(new TestRecord<>("x", new byte[0], new RecordHeaders(), bench.time.instant()));

        assertThat(bench.meters.counter("otklik.sla.facts.received").count())
                .isEqualTo(8)
                .isEqualTo(bench.facts("taken") + bench.facts("seen") + bench.facts("dead"));
        // Open at the end: publish and place of the first.
        assertThat(events("set")).isEqualTo(events("met") + events("cancelled") + events("lapsed") + 2);
        assertThat(events("breached")).isEqualTo(1);
        assertThat(bench.meters.timer("otklik.sla.timer.lateness").count())
                .isEqualTo((long) (events("warned") + events("breached") + events("lapsed") + events("escalated")));
    }

    private double events(String fact) {
        return bench.meters.find("otklik.sla.events").tag("fact", fact).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    private static DeadlineSettings batchOf(int batch) {
        DeadlineSettings usual = Bench.SETTINGS;
        return new DeadlineSettings(
                usual.applicationId(),
                usual.stateDir(),
                usual.threads(),
                usual.tick(),
                batch,
                usual.commit(),
                usual.standbys(),
                usual.replicas(),
                usual.sessionTimeout(),
                usual.transactionTimeout(),
                usual.countEvery(),
                Bench.SETTINGS.advertised(),
                Bench.SETTINGS.keepEnded());
    }

    private static String header(TestRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    /** Set before every test. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T unset() {
        return null;
    }

    @Test
    void anIncidentAtItsEnd_isForgottenAfterAYear_andNotBefore() {
        story.registered("2026-06-10T09:00:00+07:00")
                .fact("2026-06-10T09:10:00+07:00", new IncidentFact.IncidentClosed("Готово"));
        bench.told();

        bench.at("2027-06-10T09:09:59+07:00");
        story.fact("2027-06-10T09:09:59+07:00", new IncidentFact.IncidentRestored("Ошибка"));
        assertThat(bench.deadLetters()).isEmpty();
        story.fact("2027-06-10T09:10:00+07:00", new IncidentFact.IncidentClosed("Готово"));
        bench.told();
        bench.at("2028-06-10T09:10:00+07:00");
        bench.tick();
        story.fact("2028-06-10T09:11:00+07:00", new IncidentFact.IncidentRestored("Ошибка"));

        assertThat(bench.deadLetters()).hasSize(1);
    }
}
