package otklik.sla.deadline.core;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Term;
import otklik.regulation.lint.Budget;
import otklik.regulation.time.Clock;
import otklik.regulation.time.WorkingTime;

/**
 * The last moment at which a draft leaves every later step (approval, publication) the whole of its own term before the reply as a whole is
 * due. Steps and lengths are those of {@link Budget}; they are asked for once, the instants for every incident.
 */
final class LastSafe {

    private static final String WHOLE = "publish";
    private static final String DRAFT = "draft";

    private final WorkingTime time;
    private final Map<Importance, List<Budget.Step>> later = new EnumMap<>(Importance.class);

    LastSafe(Regulation regulation) {
        this.time = regulation.time();
        Instant anyDay = regulation.time().nextOpening(Instant.parse("2026-06-10T00:00:00Z"));
        for (Importance importance : Importance.values()) {
            later.put(
                    importance,
                    Budget.of(regulation, importance, Set.of(), anyDay)
                            .map(LastSafe::afterDraft)
                            .orElse(List.of()));
        }
    }

    /** Null for other deadlines than the whole, where no step follows the draft, and where it would be over before it began. */
    @Nullable
    Instant before(IncidentDeadline deadline, Term term) {
        List<Budget.Step> steps = later.getOrDefault(deadline.importance(), List.of());
        if (!term.stage().equals(WHOLE) || steps.isEmpty()) {
            return null;
        }
        Instant at = deadline.dueAt();
        for (Budget.Step step : steps.reversed()) {
            at = time.minus(step.clock(), time.minus(Clock.WORKING, at, Duration.ZERO), step.length());
        }
        at = time.minus(Clock.WORKING, at, Duration.ZERO);
        return at.isAfter(deadline.startedAt()) ? at : null;
    }

    private static List<Budget.Step> afterDraft(Budget budget) {
        List<Budget.Step> steps = budget.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).stage().equals(DRAFT)) {
                return steps.subList(i + 1, steps.size());
            }
        }
        return List.of();
    }
}
