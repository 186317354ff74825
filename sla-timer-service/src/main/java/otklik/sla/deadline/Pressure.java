package otklik.sla.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Duty;
import otklik.regulation.Regulation;
import otklik.regulation.Term;
import otklik.regulation.time.Clock;
import otklik.sla.deadline.core.IncidentClocks;
import otklik.sla.deadline.core.IncidentDeadline;
import otklik.sla.deadline.core.Status;

/**
 * What the next working hours hold for one jurisdiction, by organ. Of what falls due in them, as many are expected to be missed as were of
 * the same stage among those that have ended (one of two, before any has). Fed clock by clock, and with what other instances counted of
 * theirs; not thread-safe.
 */
final class Pressure {

    private final Regulation regulation;
    private final Instant now;
    private final Instant until;
    private final Map<Of, Count> counts = new HashMap<>();

    Pressure(Regulation regulation, Instant now, int workingHours) {
        this.regulation = regulation;
        this.now = now;
        this.until = regulation.time().plus(Clock.WORKING, now, Duration.ofHours(workingHours));
    }

    private record Of(String organ, String stage) {}

    /**
     * What was counted of one stage with one organ.
     *
     * @param organ empty for what the curator or the controller owes before any organ has it
     * @param due how many obligations fall due in the window
     * @param overdue how many stand breached already
     * @param met how many have ended in time
     * @param missed how many have ended late
     */
    record Count(String organ, String stage, int due, int overdue, int met, int missed) {

        private Count plus(Count other) {
            return new Count(
                    organ, stage, due + other.due, overdue + other.overdue, met + other.met, missed + other.missed);
        }
    }

    /**
     * One organ's share.
     *
     * @param organ null for what the curator or the controller owes before any organ has it
     * @param due how many obligations fall due in the window
     * @param expectedBreaches how many of them are expected to be missed
     * @param overdue how many stand breached already
     */
    record OfOrgan(@Nullable String organ, int due, double expectedBreaches, int overdue) {}

    Instant until() {
        return until;
    }

    void add(IncidentClocks clocks) {
        if (clocks.jurisdiction().equals(regulation.id())) {
            clocks.deadlines().forEach(deadline -> add(clocks, deadline));
        }
    }

    private void add(IncidentClocks clocks, IncidentDeadline deadline) {
        String organ = Optional.ofNullable(deadline.organ())
                .or(() -> Optional.ofNullable(clocks.organ()))
                .orElse("");
        Status status = deadline.status();
        if (status.isMet()) {
            boolean inTime = status == Status.MET;
            add(new Count(organ, deadline.stage(), 0, 0, inTime ? 1 : 0, inTime ? 0 : 1));
        } else if (deadline.isOpen() && isObligation(deadline)) {
            boolean overdue = deadline.dueAt().isBefore(now);
            boolean due = !overdue && !deadline.dueAt().isAfter(until);
            add(new Count(organ, deadline.stage(), due ? 1 : 0, overdue ? 1 : 0, 0, 0));
        }
    }

    /** What another instance counted of its clocks. */
    void add(Count counted) {
        counts.merge(new Of(counted.organ(), counted.stage()), counted, Count::plus);
    }

    /** What was counted so far, in no order. */
    List<Count> counts() {
        return List.copyOf(counts.values());
    }

    private boolean isObligation(IncidentDeadline deadline) {
        return regulation
                .findTerm(deadline.stage(), deadline.importance())
                .map(Term::duty)
                .map(duty -> duty == Duty.OBLIGATION)
                .orElse(true);
    }

    /** The heaviest first; organs that owe nothing now are left out. */
    List<OfOrgan> byOrgan() {
        return counts.values().stream().collect(Collectors.groupingBy(Count::organ)).entrySet().stream()
                .map(organ -> share(organ.getKey(), organ.getValue()))
                .filter(organ -> organ.due() + organ.overdue() > 0)
                .sorted(Comparator.comparingDouble(OfOrgan::expectedBreaches)
                        .thenComparingInt(OfOrgan::overdue)
                        .reversed()
                        .thenComparing(OfOrgan::organ, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private OfOrgan share(String organ, List<Count> stages) {
        return new OfOrgan(
                organ.isEmpty() ? null : organ,
                stages.stream().mapToInt(Count::due).sum(),
                stages.stream()
                        .mapToDouble(stage -> stage.due() * missedShare(stage.stage()))
                        .sum(),
                stages.stream().mapToInt(Count::overdue).sum());
    }

    private double missedShare(String stage) {
        int met = 0;
        int missed = 0;
        for (Count count : counts.values()) {
            if (count.stage().equals(stage)) {
                met += count.met();
                missed += count.missed();
            }
        }
        return (missed + 1.0) / (met + missed + 2.0);
    }
}
