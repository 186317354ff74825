package otklik.contracts.promise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Event;

/**
 * The day has come by which a published reply promised something, and nobody has said what became of it. Told once for each such day, when
 * its working hours begin; where it is a day off, with the next ones.
 *
 * @param organ whose people are asked; null where no organ has the incident: the curator is
 * @param dueOn last day of the promise, in the zone of the jurisdiction
 * @param at when it was told
 */
public record PromiseDue(
        UUID promiseId,
        UUID incidentId,
        String jurisdiction,
        @Nullable String organ,
        LocalDate dueOn,
        Instant at) implements Event {

    @Override
    public String key() {
        return incidentId.toString();
    }
}
