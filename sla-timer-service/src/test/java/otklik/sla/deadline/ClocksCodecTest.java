package otklik.sla.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import otklik.contracts.IncidentId;
import otklik.regulation.Circumstance;
import otklik.regulation.Importance;
import otklik.sla.deadline.core.Holder;
import otklik.sla.deadline.core.IncidentClocks;
import otklik.sla.deadline.core.IncidentDeadline;
import otklik.sla.deadline.core.Ledger;
import otklik.sla.deadline.core.Remembered;
import otklik.sla.deadline.core.Status;

class ClocksCodecTest {

    private static final Instant START = Instant.parse("2026-06-10T09:20:00.123456Z");

    @Test
    void clocks_comeBackAsTheyWere() {
        IncidentClocks running = clocks("altai-krai.transport", START.plusMillis(1), Status.WARNED, null);
        IncidentClocks still = clocks(null, null, Status.MET_LATE, START.plusSeconds(7));

        assertThat(ClocksCodec.read(ClocksCodec.write(running))).isEqualTo(running);
        assertThat(ClocksCodec.read(ClocksCodec.write(still))).isEqualTo(still);
    }

    @Test
    void everyStatus_hasACodeOfItsOwn() {
        assertThat(Status.values())
                .allSatisfy(status -> assertThat(Status.of(status.code())).isEqualTo(status));
    }

    @Test
    void aDeadline_takesLessThanNinetyBytes() {
        IncidentClocks clocks = clocks(null, START, Status.OPEN, null);
        IncidentClocks begun = new IncidentClocks(
                clocks.incidentId(),
                clocks.jurisdiction(),
                1,
                Importance.NORMAL,
                START,
                null,
                1,
                clocks.deadlines(),
                Set.of(),
                Ledger.begun(START),
                null,
                List.of(),
                START);

        assertThat(ClocksCodec.write(begun).length / 3).isLessThan(90);
    }

    /** Written by the release before terms could be shortened. */
    private static final String FORM_3 = """
            039e4752c0d30a59bd924f11a4d7993898000e6c69706574736b2d6f626c617374000100000653e2bf75724000146c697065
            74736b2d6f626c6173742e726f616473000000000000000c00010005647261667400044c502d390000146c69706574736b2d
            6f626c6173742e726f61647300000003000653e2bf757240000653e2bfc1bd80030200000653e2bfb27b4000000009000653
            e2c308f94004010100146c69706574736b2d6f626c6173742e726f616473000653e2bf7572400100000000000000000012d6
            87000000000000001101000000000000000b000653e2bf75724001000000010100146c69706574736b2d6f626c6173742e72
            6f616473000653e2bf7572400100000000000000000012d6870000000000000011""";

    @Test
    void clocksOfTheFormBefore_areReadAsWithoutAShortenedTerm_andWrittenInTheNewOne() {
        String organ = "lipetsk-oblast.roads";
        Ledger ledger = new Ledger(
                Holder.ORGAN,
                List.of(organ),
                START,
                List.of(new Ledger.Spent(Holder.CURATOR, null, false, 1_234_567)),
                17,
                // Nobody knows whether it had handed something in.
                List.of(organ));
        IncidentClocks expected = new IncidentClocks(
                IncidentId.nameBased("codec"),
                "lipetsk-oblast",
                1,
                Importance.NORMAL,
                START,
                organ,
                12,
                List.of(new IncidentDeadline(
                        "draft",
                        "LP-9",
                        Importance.NORMAL,
                        organ,
                        3,
                        START,
                        START.plusSeconds(5),
                        Status.MET,
                        2,
                        0,
                        START.plusSeconds(4),
                        9)),
                Set.of(Circumstance.NO_ACCOUNT),
                ledger,
                null,
                List.of(new Remembered(11, START, Importance.ELEVATED, null, Set.of(), ledger, null)),
                START.plusSeconds(60));

        byte[] written = HexFormat.of().parseHex(FORM_3.replace("\n", ""));

        assertThat(ClocksCodec.read(written)).isEqualTo(expected);
        assertThat(ClocksCodec.read(ClocksCodec.write(expected))).isEqualTo(expected);
    }

    private static IncidentClocks clocks(
            @org.jspecify.annotations.Nullable String organ,
            @org.jspecify.annotations.Nullable Instant lookAt,
            Status status,
            @org.jspecify.annotations.Nullable Instant endedAt) {
        IncidentDeadline deadline = new IncidentDeadline(
                "publish",
                "AK-8",
                Importance.ELEVATED,
                organ,
                3,
                START,
                START.plusSeconds(5),
                status,
                2,
                1,
                endedAt,
                endedAt == null ? 0 : 9);
        Ledger ledger = new Ledger(
                Holder.ORGAN,
                List.of("altai-krai.transport", "altai-krai.housing"),
                START,
                List.of(
                        new Ledger.Spent(Holder.CURATOR, null, false, 1_234_567),
                        new Ledger.Spent(Holder.ORGAN, "altai-krai.housing", true, 42)),
                17,
                List.of("altai-krai.housing"));
        return new IncidentClocks(
                IncidentId.nameBased("codec"),
                "altai-krai",
                1,
                Importance.NORMAL,
                START,
                organ,
                12,
                List.of(deadline, deadline, deadline),
                Set.of(Circumstance.SEVERAL_ORGANS, Circumstance.NO_ACCOUNT),
                ledger,
                lookAt == null ? null : START.plusSeconds(77),
                List.of(
                        new Remembered(11, START, Importance.NORMAL, null, Set.of(), Ledger.begun(START), null),
                        new Remembered(
                                12,
                                START,
                                Importance.ELEVATED,
                                organ,
                                Set.of(Circumstance.NO_ACCOUNT),
                                ledger,
                                START.plusSeconds(42))),
                lookAt);
    }
}
