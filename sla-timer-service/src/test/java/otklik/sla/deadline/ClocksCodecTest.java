package otklik.sla.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
                List.of(),
                START);

        assertThat(ClocksCodec.write(begun).length / 3).isLessThan(90);
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
                17);
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
                List.of(
                        new Remembered(11, START, Importance.NORMAL, null, Set.of(), Ledger.begun(START)),
                        new Remembered(12, START, Importance.ELEVATED, organ, Set.of(Circumstance.NO_ACCOUNT), ledger)),
                lookAt);
    }
}
