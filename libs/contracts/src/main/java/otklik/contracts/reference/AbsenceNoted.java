package otklik.contracts.reference;

import java.time.Instant;
import java.util.UUID;
import otklik.contracts.Event;

/**
 * Somebody is away and somebody stands in (VP-6, LP-5). Told again when the person comes back early; a tombstone removes one that is over.
 *
 * @param person login of who is away
 * @param substitute login of who stands in
 * @param startsAt inclusive
 * @param endsAt exclusive
 */
public record AbsenceNoted(
        UUID id, String jurisdiction, String person, String substitute, Instant startsAt, Instant endsAt)
        implements Event {

    @Override
    public String key() {
        return id.toString();
    }
}
