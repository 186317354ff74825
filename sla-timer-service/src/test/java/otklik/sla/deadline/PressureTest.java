package otklik.sla.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import otklik.contracts.IncidentId;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.sla.deadline.core.IncidentClocks;
import otklik.sla.deadline.core.Outcome;

class PressureTest {

    private static final Regulation ALTAI = Regulations.shipped().get("altai-krai");
    private static final Instant NOW = Facts.at("2026-06-16T10:20:00+07:00");

    private final Pressure pressure = new Pressure(ALTAI, NOW, 8);

    @Test
    void whatFallsDueInTheWindow_isCountedByOrgan_theHeaviestFirst() {
        pressure.add(
                after(registered("one", "2026-06-16T10:00:00+07:00"), "2026-06-16T10:05:00+07:00", Facts.routed("a")));
        pressure.add(registered("two", "2026-06-16T09:00:00+07:00"));

        assertThat(pressure.until()).isEqualTo(Facts.at("2026-06-17T10:08:00+07:00"));
        assertThat(pressure.byOrgan())
                .containsExactly(new Pressure.OfOrgan(null, 2, 1.0, 1), new Pressure.OfOrgan("a", 1, 0.5, 0));
    }

    @Test
    void whatWasMissedBefore_isExpectedToBeMissedAgain() {
        IncidentClocks late = registered("late", "2026-06-15T08:00:00+07:00");
        pressure.add(after(late, "2026-06-16T10:10:00+07:00", Facts.draft(ReplyKind.FINAL)));
        pressure.add(
                after(registered("one", "2026-06-16T10:00:00+07:00"), "2026-06-16T10:05:00+07:00", Facts.routed("a")));

        assertThat(pressure.byOrgan())
                .filteredOn(item -> "a".equals(item.organ()))
                .containsExactly(new Pressure.OfOrgan("a", 1, 2.0 / 3, 0));
    }

    @Test
    void anotherJurisdiction_isNotCounted() {
        Pressure lipetsk = new Pressure(Regulations.shipped().get("lipetsk-oblast"), NOW, 8);
        lipetsk.add(registered("one", "2026-06-16T10:00:00+07:00"));

        assertThat(lipetsk.byOrgan()).isEmpty();
    }

    private static IncidentClocks registered(String name, String at) {
        UUID id = IncidentId.nameBased("PressureTest " + name);
        Outcome begun = IncidentClocks.begin(
                Facts.event(id, ALTAI.id(), 1, Facts.at(at), Facts.registered(Facts.at(at))), ALTAI, Facts.at(at));
        return ((Outcome.Taken) begun).clocks().look(ALTAI, NOW).clocks();
    }

    private static IncidentClocks after(IncidentClocks before, String at, IncidentFact fact) {
        Outcome outcome = before.after(
                Facts.event(before.incidentId(), ALTAI.id(), before.version() + 1, Facts.at(at), fact), ALTAI, NOW);
        return ((Outcome.Taken) outcome).clocks();
    }
}
