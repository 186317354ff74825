package otklik.sla.deadline.core;

import java.util.List;
import otklik.contracts.sla.DeadlineEvent;

/** What became of a fact. */
public sealed interface Outcome {

    /** {@code events} in the order in which they came about. */
    record Taken(IncidentClocks clocks, List<DeadlineEvent> events) implements Outcome {
        public Taken {
            events = List.copyOf(events);
        }
    }

    /** The version was seen before: nothing to do. */
    record Seen() implements Outcome {}

    /** {@code detail} is for whoever reads the dead letter. */
    record Refused(Refusal reason, String detail) implements Outcome {}
}
