package otklik.regulation.lint;

import java.util.List;
import java.util.Locale;

/**
 * A defect of a regulation's text or profile.
 *
 * @param clauses those it is about
 * @param sentence Russian, one sentence, with the arithmetic where there is any
 */
public record Finding(Kind kind, List<String> clauses, String sentence) {

    /** Kinds of defects. */
    public enum Kind {
        /** Steps that each may take their whole term do not fit into the term they serve. */
        INFEASIBLE_BUDGET,
        /** Everything fits, but fewer than three rounds of rework do. */
        FEW_REWORKS,
        /** A term may end when nobody takes what is due. */
        WINDOW_BEFORE_DEADLINE,
        /** A rule points at clauses that set no such term. */
        EMPTY_REFERENCE,
        /** Plain hours beside working hours. */
        MIXED_UNITS,
        /** An amended reply goes out unseen. */
        NO_SECOND_APPROVAL,
        /** The last term covers the draft, not the answer. */
        ENDS_BEFORE_ANSWER,
        /** A step of the walk that the regulation sets no term for. */
        NO_CLOCK,
        /** A term or a step of the walk whose owner is no role of the regulation. */
        NO_OWNER,
        /** Work that is due on a day which some months lack. */
        NO_SUCH_DAY,
        /** A term that nothing can start. */
        UNREACHABLE,
        /** The same term means different things in two regulations. */
        DIFFERENT_MEANING;

        /** The word used in answers: {@code few-reworks}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Finding {
        clauses = List.copyOf(clauses);
    }
}
