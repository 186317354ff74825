package otklik.regulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import otklik.regulation.Explanation.Leg;
import otklik.regulation.time.Clock;
import otklik.regulation.time.Stretch;

/** Walks the stretches of a proof and finds where the amount is used up. */
final class Recount {

    private Recount() {}

    static Instant from(Instant start, Leg leg) {
        if (leg.clock() == Clock.WORKING_DAYS) {
            return wholeDays(leg);
        }
        return leg.backward() ? back(start, leg) : forward(start, leg);
    }

    private static Instant forward(Instant start, Leg leg) {
        Duration left = leg.amount();
        for (Stretch stretch : leg.stretches()) {
            if (stretch.isCounted()) {
                if (stretch.length().compareTo(left) >= 0) {
                    return stretch.from().plus(left);
                }
                left = left.minus(stretch.length());
            }
        }
        return left.isZero() ? start : unproven(leg);
    }

    private static Instant back(Instant start, Leg leg) {
        Duration left = leg.amount();
        Instant at = start;
        for (Stretch stretch : leg.stretches().reversed()) {
            if (stretch.isCounted()) {
                if (stretch.length().compareTo(left) > 0) {
                    return stretch.to().minus(left);
                }
                left = left.minus(stretch.length());
                at = stretch.from();
            } else if (left.isZero()) {
                at = stretch.from();
            }
        }
        return left.isZero() ? at : unproven(leg);
    }

    private static Instant wholeDays(Leg leg) {
        List<Stretch> days = leg.stretches().stream().filter(Stretch::isCounted).toList();
        int wanted = Math.toIntExact(leg.amount().toDays());
        return days.size() == wanted ? days.getLast().to() : unproven(leg);
    }

    private static Instant unproven(Leg leg) {
        throw new IllegalStateException("The proof of " + leg.clause() + " counts less than " + leg.amount());
    }
}
