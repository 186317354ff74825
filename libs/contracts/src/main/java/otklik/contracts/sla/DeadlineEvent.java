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
 * @param organ the organ that owes it; null where it is the curator's or the controller's own
 * @param at when the fact came about; for a breach the due instant itself, not the moment we looked
 * @param owner role that owes it, lower case: {@code curator}, {@code executor}…; null from a writer that did not tell yet
 * @param concerns the organ whose work it is about, also where somebody else owes it (approval of its draft); null where no organ has it
 * @param tellAt when people may be told: the next opening, for what came about at night; null = at once
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
        DeadlineFact fact,
        @Nullable String owner,
        @Nullable String concerns,
        @Nullable Instant tellAt)
        implements Event {

    public DeadlineEvent(
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
            DeadlineFact fact) {
        this(
                incidentId,
                jurisdiction,
                deadlineId,
                stage,
                title,
                clause,
                organ,
                startedAt,
                dueAt,
                at,
                incidentVersion,
                fact,
                null,
                null,
                null);
    }

    @Override
    public String key() {
        return incidentId.toString();
    }

    @Override
    public Object subject() {
        return fact;
    }
}
