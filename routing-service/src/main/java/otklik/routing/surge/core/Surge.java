package otklik.routing.surge.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Actor;
import otklik.contracts.surge.SurgeEvent;
import otklik.contracts.surge.SurgeFact;
import otklik.contracts.surge.SurgeFact.Counted;

/**
 * A surge as its facts and the last count have made it.
 *
 * @param clause by which the leadership is told
 * @param since from then on its messages were written; exclusive
 * @param counted the last count
 * @param peak most people of any count
 * @param told how many people had written when the leadership was last told
 * @param endedAt null while it goes on
 */
public record Surge(
        UUID id,
        Matter matter,
        String clause,
        long version,
        Instant since,
        Instant beganAt,
        Counted counted,
        int peak,
        int told,
        Instant toldAt,
        @Nullable Instant endedAt,
        @Nullable Mark acknowledged,
        @Nullable PassedUp passedUp) {

    /** Who took note of it, and when. */
    public record Mark(Actor by, Instant at) {}

    /**
     * Who passed it on, when and to whom.
     *
     * @param note how; null where nothing was said
     */
    public record PassedUp(
            Actor by, Instant at, String to, @Nullable String note) {}

    /** It, just noticed. */
    public static Surge begun(UUID id, Matter matter, String clause, Counted counted, Instant at) {
        return new Surge(
                id,
                matter,
                clause,
                1,
                counted.from(),
                at,
                counted,
                counted.authors(),
                counted.authors(),
                at,
                null,
                null,
                null);
    }

    /** It after the next fact. */
    public Surge after(SurgeFact fact, Actor by, Instant at) {
        return switch (fact) {
            // Only the first fact is that; what it says is in the surge that it began.
            case SurgeFact.SurgeNoticed ignored -> this;
            case SurgeFact.SurgeGrew grew -> told(grew.counted(), at);
            case SurgeFact.SurgeEnded ignored -> with(at, acknowledged, passedUp);
            case SurgeFact.SurgeAcknowledged ignored -> with(endedAt, new Mark(by, at), passedUp);
            case SurgeFact.SurgePassedUp up -> with(endedAt, acknowledged, new PassedUp(by, at, up.to(), up.note()));
        };
    }

    /** It with a later count; no fact, and so the same version. */
    public Surge counted(Counted anew) {
        return new Surge(
                id,
                matter,
                clause,
                version,
                since,
                beganAt,
                anew,
                Math.max(peak, anew.authors()),
                told,
                toldAt,
                endedAt,
                acknowledged,
                passedUp);
    }

    private Surge told(Counted anew, Instant at) {
        return new Surge(
                id,
                matter,
                clause,
                version + 1,
                since,
                beganAt,
                anew,
                Math.max(peak, anew.authors()),
                anew.authors(),
                at,
                endedAt,
                acknowledged,
                passedUp);
    }

    private Surge with(@Nullable Instant ended, @Nullable Mark seen, @Nullable PassedUp passed) {
        return new Surge(
                id, matter, clause, version + 1, since, beganAt, counted, peak, told, toldAt, ended, seen, passed);
    }

    /** The event that tells the fact by which it came to be what it is. */
    public SurgeEvent event(SurgeFact fact, Actor by, Instant at) {
        return new SurgeEvent(
                id, matter.jurisdiction(), version, at, by, matter.topicGroup(), matter.location(), clause, fact);
    }
}
