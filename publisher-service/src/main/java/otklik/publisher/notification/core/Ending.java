package otklik.publisher.notification.core;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.contracts.sla.DeadlineFact;
import otklik.publisher.notification.core.Notice.Sort;
import otklik.publisher.notification.core.What.Ended;

/**
 * What a fact of a deadline makes of what was to be told of it before.
 *
 * @param takenBack what is not told any more, unless it is told already
 * @param ended what the rest is to say besides; null for nothing
 */
public record Ending(Set<Sort> takenBack, @Nullable Ended ended) {

    private static final Set<Sort> ALL = Set.of(Sort.WARNED, Sort.BREACHED, Sort.ESCALATED);
    private static final Ending NOTHING = new Ending(Set.of(), null);

    /** A breach stays one though it was made good late; of a deadline met in time, moved or never to have been nothing holds that was said before. */
    public static Ending of(DeadlineFact fact) {
        return switch (fact) {
            case DeadlineFact.DeadlineMet met ->
                met.late() ? new Ending(Set.of(Sort.WARNED), Ended.MET_LATE) : new Ending(ALL, null);
            case DeadlineFact.DeadlineMoved ignored -> new Ending(ALL, null);
            case DeadlineFact.DeadlineCancelled cancelled ->
                cancelled.reason().equals(DeadlineFact.DeadlineCancelled.UNDONE)
                        ? new Ending(ALL, null)
                        : new Ending(Set.of(Sort.WARNED), Ended.CANCELLED);
            case DeadlineFact.DeadlineLapsed ignored -> new Ending(Set.of(Sort.WARNED), null);
            case DeadlineFact.DeadlineBreached ignored -> new Ending(Set.of(Sort.WARNED), null);
            case DeadlineFact.DeadlineSet ignored -> NOTHING;
            case DeadlineFact.DeadlineWarned ignored -> NOTHING;
            case DeadlineFact.DeadlineEscalated ignored -> NOTHING;
            case DeadlineFact.DeadlineReopened ignored -> NOTHING;
        };
    }
}
