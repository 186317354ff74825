package otklik.contracts.sla;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Event;

/**
 * Something happened to a deadline. Each names the clause that sets it and the instant it is due.
 *
 * @param deadlineId the same for every event of one deadline
 * @param stage as in the ledger of clauses: {@code route}, {@code draft}, {@code publish}…
 * @param title the stage in Russian, for people
 * @param organ who holds the work while this deadline runs, if an organ does
 * @param at when the fact came about; for a breach the due instant itself, not the moment we looked
 * @param incidentVersion version of the incident whose fact caused this; for the passage of time the last one seen
 */
public record DeadlineEvent(
        UUID incidentId,
        String jurisdiction,
        UUID deadlineId,
        String stage,
        String title,
        String clause,
        @Nullable String organ,
        Instant startedAt,
        Instant dueAt,
        Instant at,
        long incidentVersion,
        DeadlineFact fact)
        implements Event {

    @Override
    public String key() {
        return incidentId.toString();
    }

    @Override
    public Object subject() {
        return fact;
    }
}
