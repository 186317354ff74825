package otklik.regulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import otklik.regulation.Explanation.Leg;
import otklik.regulation.time.Office;

/** Writes the proof of a deadline that has been computed. */
final class Explainer {

    private final Regulation regulation;

    Explainer(Regulation regulation) {
        this.regulation = regulation;
    }

    Explanation explain(Term term, Importance importance, Instant start, Instant due) {
        Office office = regulation.office();
        return new Explanation(
                regulation.id(),
                regulation.revision(),
                office.calendar().revision(),
                office.isProvisional(start) || office.isProvisional(due),
                office.zone(),
                term.stage(),
                term.clause(),
                start,
                due,
                legs(term, importance, start, due));
    }

    private List<Leg> legs(Term term, Importance importance, Instant start, Instant due) {
        List<Leg> legs = new ArrayList<>();
        String base = term.relativeTo();
        Instant from = start;
        if (base != null) {
            Term leaned = regulation.term(base, importance);
            from = regulation.dueAt(leaned, importance, start);
            legs.addAll(legs(leaned, importance, start, from));
        }
        legs.add(leg(term, from, due));
        return legs;
    }

    private Leg leg(Term term, Instant from, Instant to) {
        Instant earlier = term.isBackward() ? to : from;
        Instant later = term.isBackward() ? from : to;
        return new Leg(
                term.clause(),
                term.clock(),
                term.amount(),
                term.isBackward(),
                from,
                to,
                regulation.office().stretches(term.clock(), earlier, later));
    }
}
