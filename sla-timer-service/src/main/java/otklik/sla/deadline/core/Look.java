package otklik.sla.deadline.core;

import java.util.List;
import otklik.contracts.sla.DeadlineEvent;

/** What a look at the clock found; no events if somebody looked in vain. */
public record Look(IncidentClocks clocks, List<DeadlineEvent> events) {

    public Look {
        events = List.copyOf(events);
    }
}
