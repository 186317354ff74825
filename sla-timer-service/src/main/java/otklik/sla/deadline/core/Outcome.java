package otklik.sla.deadline.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.TimeSpent;

/** What became of a fact. */
public sealed interface Outcome {

    /** {@code events} in the order in which they came about; {@code spent} when the fact ended the incident. */
    record Taken(
            IncidentClocks clocks,
            List<DeadlineEvent> events,
            @Nullable TimeSpent spent) implements Outcome {
        public Taken {
            events = List.copyOf(events);
        }
    }

    /** The version was seen before: nothing to do. */
    record Seen() implements Outcome {}

    /** {@code detail} is for whoever reads the dead letter. */
    record Refused(Refusal reason, String detail) implements Outcome {}
}
