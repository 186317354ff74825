package otklik.regulation.lint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import otklik.regulation.Circumstance;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Term;
import otklik.regulation.time.Clock;
import otklik.regulation.time.WorkingTime;

/**
 * The term of publication counted backwards: by when each step has to be done so that every later
 * one may still take the whole of its own term. What is safe here need not be lawful: a step's own
 * term may end earlier (AK-9).
 *
 * @param dueAt end of the whole
 * @param steps in the order of work
 * @param reworks how many rounds of rework fit beside all that, empty where a round has no clock
 */
public record Budget(Instant dueAt, List<Step> steps, Optional<Long> reworks) {

    /**
     * One step.
     *
     * @param title Russian
     * @param length what the regulation gives it
     * @param lastSafeAt when it has to be done; always within office hours or at a closing
     */
    public record Step(String stage, String title, String clause, Clock clock, Duration length, Instant lastSafeAt) {}

    public Budget {
        steps = List.copyOf(steps);
    }

    /** Empty where the regulation sets no term for publication as a whole (KH). */
    public static Optional<Budget> of(
            Regulation regulation, Importance importance, Set<Circumstance> circumstances, Instant detectedAt) {
        return Chain.of(regulation, importance, circumstances).map(chain -> {
            Instant due = regulation.dueAt(chain.whole(), importance, detectedAt);
            return new Budget(due, backwards(chain, regulation.time(), due), chain.rounds());
        });
    }

    private static List<Step> backwards(Chain chain, WorkingTime time, Instant due) {
        List<Step> steps = new ArrayList<>();
        Instant end = due;
        for (Chain.Link link : chain.links().reversed()) {
            Term term = link.term();
            Instant lastSafeAt = steps.isEmpty() ? end : time.minus(Clock.WORKING, end, Duration.ZERO);
            steps.addFirst(
                    new Step(term.stage(), term.title(), term.clause(), term.clock(), link.length(), lastSafeAt));
            end = time.minus(term.clock(), lastSafeAt, link.length());
        }
        return steps;
    }
}
