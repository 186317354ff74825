package otklik.regulation.lint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import otklik.regulation.Circumstance;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Term;
import otklik.regulation.Trigger;

/**
 * The straight way from detection to publication under one importance and set of circumstances:
 * each step with the whole of its term. Lengths are added at their face value, whatever clock they run on.
 *
 * @param whole the term that everything has to fit into
 * @param round one more rework: the rework itself and the check after it; empty where the regulation has no clock for it
 */
record Chain(Term whole, List<Link> links, Optional<Duration> round) {

    /**
     * One step.
     *
     * @param length from the step before to the end of this one
     */
    record Link(Term term, Duration length) {}

    static Optional<Chain> of(Regulation regulation, Importance importance, Set<Circumstance> circumstances) {
        Walk walk = new Walk(regulation, importance, circumstances);
        return regulation
                .findTerm("publish", importance)
                .map(whole -> new Chain(whole, walk.links(whole), walk.round()));
    }

    Duration spent() {
        return links.stream().map(Link::length).reduce(Duration.ZERO, Duration::plus);
    }

    Duration spare() {
        return whole.amount().minus(spent());
    }

    /** How many rounds of rework still fit, empty where a round has no clock. */
    Optional<Long> rounds() {
        return round.map(length -> Math.max(0, spare().dividedBy(length)));
    }

    /** Finds the steps by what starts and what meets them. */
    private record Walk(Regulation regulation, Importance importance, Set<Circumstance> circumstances) {

        List<Link> links(Term whole) {
            List<Link> links = new ArrayList<>();
            Optional<Term> draft = regulation.findTerm("draft", importance);
            boolean sinceDetection = draft.filter(Term::isBackward).isPresent();
            if (!sinceDetection) {
                step(Trigger.DETECTED, Trigger.ASSIGNED).ifPresent(term -> links.add(whole(term)));
            }
            draft.ifPresent(term ->
                    links.add(sinceDetection ? new Link(term, whole.amount().minus(term.amount())) : whole(term)));
            step(Trigger.DRAFT_SUBMITTED, Trigger.APPROVED).ifPresent(term -> links.add(whole(term)));
            place().ifPresent(term -> links.add(whole(term)));
            return links;
        }

        Optional<Duration> round() {
            Optional<Term> rework = regulation.startedBy(Trigger.REWORK_REQUESTED, importance, circumstances).stream()
                    .findFirst();
            Duration check = step(Trigger.DRAFT_SUBMITTED, Trigger.APPROVED)
                    .or(() -> step(Trigger.DRAFT_SUBMITTED, Trigger.PUBLISHED))
                    .map(Term::amount)
                    .orElse(Duration.ZERO);
            return rework.map(term -> term.amount().plus(check));
        }

        private Optional<Term> place() {
            return step(Trigger.APPROVED, Trigger.PUBLISHED).or(() -> step(Trigger.DRAFT_SUBMITTED, Trigger.PUBLISHED));
        }

        private Optional<Term> step(Trigger from, Trigger metBy) {
            return regulation.startedBy(from, importance, circumstances).stream()
                    .filter(term ->
                            term.metBy().contains(metBy) && !term.stage().equals("publish"))
                    .findFirst();
        }

        private static Link whole(Term term) {
            return new Link(term, term.amount());
        }
    }
}
