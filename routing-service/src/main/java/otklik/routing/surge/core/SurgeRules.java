package otklik.routing.surge.core;

import java.time.Instant;
import java.util.Optional;
import otklik.contracts.surge.SurgeFact;
import otklik.contracts.surge.SurgeFact.Counted;
import otklik.regulation.SurgeRule;

/**
 * When messages about the same become a surge, and when it is over. It begins once, is told again only when it has grown a lot, and ends well
 * below where it began, so that one that wavers about the threshold is told once.
 */
public final class SurgeRules {

    /** So many times as many people as when it was last told: told again. */
    private static final int GROWN = 2;

    /** So many times fewer people than the threshold: over. */
    private static final int FEWER = 2;

    private SurgeRules() {}

    /** From so many people on it is a surge. */
    public static int threshold(SurgeRule rule, double usual) {
        return Math.max(rule.atLeast(), (int) Math.ceil(rule.timesUsual() * usual));
    }

    /** A count beside what it is held against. The time that is counted ends now. */
    public static Counted counted(SurgeRule rule, Count count, double usual, Instant now) {
        return new Counted(
                count.authors(),
                count.messages(),
                now.minus(rule.within()),
                now,
                Math.round(usual * 100) / 100.0,
                threshold(rule, usual));
    }

    /** What it means where no surge goes on. */
    public static Optional<SurgeFact> begin(Counted counted) {
        return counted.authors() >= counted.threshold()
                ? Optional.of(new SurgeFact.SurgeNoticed(counted))
                : Optional.empty();
    }

    /** What it means where that surge goes on. */
    public static Optional<SurgeFact> goOn(Surge surge, Counted counted) {
        if (counted.authors() * FEWER < counted.threshold()) {
            return Optional.of(new SurgeFact.SurgeEnded(surge.peak()));
        }
        return counted.authors() >= counted.threshold() && counted.authors() >= GROWN * surge.told()
                ? Optional.of(new SurgeFact.SurgeGrew(counted, surge.told()))
                : Optional.empty();
    }
}
