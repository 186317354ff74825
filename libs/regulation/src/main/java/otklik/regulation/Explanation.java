package otklik.regulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import otklik.regulation.time.Clock;
import otklik.regulation.time.Stretch;

/**
 * Proof of a deadline: what was counted, what was not and why. A forward term has one leg; a
 * backward one has two, to the end of the term it leans on and back from there.
 *
 * @param profileRevision revision of the profile that set the term
 * @param calendarRevision state of the production calendar, see {@code ProductionCalendar.revision()}
 * @param provisional whether a year it reaches into is not decreed yet: the deadline may still move
 * @param zone local times of {@link #sentence()} are told in this zone
 */
public record Explanation(
        String regulation,
        int profileRevision,
        String calendarRevision,
        boolean provisional,
        ZoneId zone,
        String stage,
        String clause,
        Instant startedAt,
        Instant dueAt,
        List<Leg> legs) {

    /**
     * One run of a clock.
     *
     * @param from where the count begins; for a backward leg this is later than {@code to}
     * @param stretches everything between the two in order of time, counted or skipped
     */
    public record Leg(
            String clause,
            Clock clock,
            Duration amount,
            boolean backward,
            Instant from,
            Instant to,
            List<Stretch> stretches) {

        public Leg {
            stretches = List.copyOf(stretches);
        }
    }

    public Explanation {
        legs = List.copyOf(legs);
    }

    /** The due instant once more, from the stretches alone: no calendar, no profile. */
    public Instant recomputed() {
        Instant at = startedAt;
        for (Leg leg : legs) {
            at = Recount.from(at, leg);
        }
        return at;
    }

    /** For people, in Russian: what is due when, how it was counted and what was left out. */
    public String sentence() {
        return new Sentence(this).toString();
    }
}
