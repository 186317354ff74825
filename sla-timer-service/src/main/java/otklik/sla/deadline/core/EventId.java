package otklik.sla.deadline.core;

import java.util.UUID;
import otklik.contracts.IncidentId;
import otklik.contracts.InstantText;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.contracts.sla.TimeSpent;

/** Ids of what happens to deadlines: the same happening has the same id, so that whoever hears of it twice can tell. */
public final class EventId {

    private EventId() {}

    public static UUID of(DeadlineEvent event) {
        return IncidentId.nameBased(String.join(
                "/", "deadline-event", event.deadlineId().toString(), name(event), InstantText.write(event.dueAt())));
    }

    public static UUID of(TimeSpent spent) {
        return IncidentId.nameBased("time-spent/" + spent.incidentId() + '/' + spent.incidentVersion());
    }

    private static String name(DeadlineEvent event) {
        return switch (event.fact()) {
            case DeadlineFact.DeadlineWarned warned ->
                Boolean.TRUE.equals(warned.lastSafe()) ? "warned-last-safe" : "warned-" + warned.percent();
            case DeadlineFact.DeadlineEscalated escalated -> "escalated-" + escalated.level();
            // A step may be taken back and taken again.
            case DeadlineFact.DeadlineMet ignored -> "met-" + event.incidentVersion();
            case DeadlineFact.DeadlineCancelled ignored -> "cancelled-" + event.incidentVersion();
            case DeadlineFact.DeadlineReopened ignored -> "reopened-" + event.incidentVersion();
            // It may move away and back again.
            case DeadlineFact.DeadlineMoved moved -> "moved-" + event.incidentVersion() + '-' + moved.previousDueAt();
            case DeadlineFact other -> other.getClass().getSimpleName();
        };
    }
}
