package otklik.sla.deadline.core;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Circumstance;
import otklik.regulation.Importance;

/**
 * What the clocks were before a fact, in case its step is taken back: all that cannot be told from the deadlines themselves. One is kept
 * for each fact of the last step only.
 *
 * @param version of the clocks then
 * @param at when the fact after it came about; facts of one step share that to the microsecond
 */
public record Remembered(
        long version,
        Instant at,
        Importance importance,
        @Nullable String organ,
        Set<Circumstance> circumstances,
        Ledger ledger,
        @Nullable Instant shortenedTo) {

    public Remembered {
        circumstances = Set.copyOf(circumstances);
    }

    static Remembered of(IncidentClocks clocks, Instant at) {
        return new Remembered(
                clocks.version(),
                at,
                clocks.importance(),
                clocks.organ(),
                clocks.circumstances(),
                clocks.ledger(),
                clocks.shortenedTo());
    }
}
