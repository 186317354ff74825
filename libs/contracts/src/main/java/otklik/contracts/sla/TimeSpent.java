package otklik.contracts.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Event;

/**
 * An incident came to its end: whose time it took. The parts add up to {@code total} to the microsecond. Told again, with the new sums,
 * when an incident that was taken up again ends again.
 *
 * @param incidentVersion version of the incident whose fact ended it
 * @param detectedAt when its time began
 * @param endedAt when it ended
 * @param total everything together; time in which it was at an end in between is in no part
 */
public record TimeSpent(
        UUID incidentId,
        String jurisdiction,
        long incidentVersion,
        Instant detectedAt,
        Instant endedAt,
        Duration total,
        List<Part> parts)
        implements Event {

    /**
     * One holder's share.
     *
     * @param holder {@code curator}, {@code organ}, {@code agreement}, {@code approval}, {@code publication}, {@code author}: working time;
     *     {@code non-working}: nights and days off, whoever held it
     * @param organ which one, where an organ held it
     * @param returned time lost to a wrong route: the organ gave the incident back as not competent, or others got it before the organ had
     *     handed in a draft or a part
     */
    public record Part(String holder, @Nullable String organ, boolean returned, Duration spent) {}

    public TimeSpent {
        parts = List.copyOf(parts);
    }

    @Override
    public String key() {
        return incidentId.toString();
    }

    @Override
    public Object subject() {
        return this;
    }
}
