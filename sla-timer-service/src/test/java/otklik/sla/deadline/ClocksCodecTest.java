package otklik.sla.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import otklik.contracts.IncidentId;
import otklik.regulation.Importance;
import otklik.sla.deadline.core.IncidentClocks;
import otklik.sla.deadline.core.IncidentDeadline;
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
        int none = ClocksCodec.write(clocks(null, START, Status.OPEN, null)).length;
        assertThat(none / 3).isLessThan(90);
    }

    private static IncidentClocks clocks(
            @org.jspecify.annotations.Nullable String organ,
            @org.jspecify.annotations.Nullable Instant lookAt,
            Status status,
            @org.jspecify.annotations.Nullable Instant endedAt) {
        IncidentDeadline deadline = new IncidentDeadline(
                "publish", "AK-8", Importance.ELEVATED, organ, 3, START, START.plusSeconds(5), status, 2, 1, endedAt);
        return new IncidentClocks(
                IncidentId.nameBased("codec"),
                "altai-krai",
                1,
                Importance.NORMAL,
                START,
                organ,
                12,
                List.of(deadline, deadline, deadline),
                lookAt);
    }
}
