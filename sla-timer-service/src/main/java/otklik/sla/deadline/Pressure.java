package otklik.sla.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * the same stage among those that have ended (one of two, before any has). Fed clock by clock, asked once; not thread-safe.
 */
final class Pressure {

    private final Regulation regulation;
    private final Instant now;
    private final Instant until;
    private final Map<String, int[]> ended = new HashMap<>();
    private final Map<String, Map<String, Integer>> due = new TreeMap<>();
    private final Map<String, Integer> overdue = new HashMap<>();

    Pressure(Regulation regulation, Instant now, int workingHours) {
        this.regulation = regulation;
        this.now = now;
        this.until = regulation.time().plus(Clock.WORKING, now, Duration.ofHours(workingHours));
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
        if (deadline.status().isMet()) {
            ended.computeIfAbsent(deadline.stage(), stage -> new int[2])[deadline.status() == Status.MET ? 0 : 1]++;
        } else if (deadline.isOpen() && isObligation(deadline)) {
            due.computeIfAbsent(organ, key -> new HashMap<>());
            if (deadline.dueAt().isBefore(now)) {
                overdue.merge(organ, 1, Integer::sum);
            } else if (!deadline.dueAt().isAfter(until)) {
                due.get(organ).merge(deadline.stage(), 1, Integer::sum);
            }
        }
    }

    private boolean isObligation(IncidentDeadline deadline) {
        return regulation
                .findTerm(deadline.stage(), deadline.importance())
                .map(Term::duty)
                .map(duty -> duty == Duty.OBLIGATION)
                .orElse(true);
    }

    /** The heaviest first. */
    List<OfOrgan> byOrgan() {
        List<OfOrgan> all = new ArrayList<>();
        due.forEach((organ, stages) -> all.add(new OfOrgan(
                organ.isEmpty() ? null : organ,
                stages.values().stream().mapToInt(Integer::intValue).sum(),
                stages.entrySet().stream()
                        .mapToDouble(stage -> stage.getValue() * missedShare(stage.getKey()))
                        .sum(),
                overdue.getOrDefault(organ, 0))));
        all.sort(Comparator.comparingDouble(OfOrgan::expectedBreaches)
                .thenComparingInt(OfOrgan::overdue)
                .reversed());
        return all;
    }

    private double missedShare(String stage) {
        int[] counts = ended.getOrDefault(stage, new int[2]);
        return (counts[1] + 1.0) / (counts[0] + counts[1] + 2.0);
    }
}
