package otklik.regulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a draft becomes a published reply.
 *
 * @param internalAgreement who inside the organ agrees a draft before it leaves (LB-5, LP-9), null where nobody does
 * @param approvals who approves, in order
 * @param passUp who tells somebody above the organs of what is significant (LP-22), null where the regulation wants it of nobody
 * @param shortening who may shorten a term of an organ's people (LP-6), null where the regulation lets nobody
 * @param acts steps beside the walk that this regulation speaks of; one that is absent is either not there or nobody's in particular
 */
public record Workflow(
        @Nullable Step internalAgreement,
        List<Step> approvals,
        Publication publication,
        Rework rework,
        Cooperation cooperation,
        @Nullable PassUp passUp,
        @Nullable Shortening shortening,
        Map<Act, Step> acts) {

    public Workflow {
        approvals = List.copyOf(approvals);
        acts = Map.copyOf(acts);
    }

    /** Who does the act by which clause, where the regulation speaks of it. */
    public Optional<Step> act(Act act) {
        return Optional.ofNullable(acts.get(act));
    }

    /** A step beside the walk from draft to reply. */
    public enum Act {
        /** Has its responsible official and its executors before any work comes (AK-5). */
        STAFF,
        /** Sends incidents to organs; the curator where nobody is named (LB-4: the controller). */
        DISPATCH,
        /** Sends incidents to organs, as the system may by itself, where no term speaks of it (VP-5). */
        ROUTE,
        /** Sets topic, place and importance, where no other clause of sending does (VP-7). */
        CLASSIFY,
        /** Gives an incident back to the tier above (LB-4). */
        RETURN_TO_CURATOR,
        /** Gives it to the tier below again (LB-3). */
        HAND_DOWN,
        /** The head of the organ says that the question is theirs (LB-5). */
        CONFIRM_COMPETENCE,
        /** Names the end of what an organ owes, for which the regulation has no figure (LB-5). */
        SET_TERM,
        /** Changes the words of a draft before approving it (VP-18). */
        EDIT,
        /** Asks of the author, past the agreement inside the organ (VP-17). */
        CLARIFY,
        /** Decides that nothing has to be answered (KH-3). */
        NO_REACTION,
        /** Ties a repeat to what was considered before (AK-15, VP-19, LP-14). */
        LINK_REPEAT,
        /** Marks what should be an appeal under 59-FZ (VP-2, KH-2). */
        MARK_APPEAL
    }

    /**
     * What is significant is passed on to somebody who has no seat in the system (LP-22).
     *
     * @param by who passes it on, after having acknowledged it
     * @param to their title, Russian, in the nominative: «Губернатор»
     */
    public record PassUp(Role by, String to, String clause) {}

    /**
     * Where the regulation lets somebody have the answer sooner without saying how much sooner (LP-6), they name the end themselves.
     *
     * @param stages the terms that end at the named instant where that is earlier than their own end
     */
    public record Shortening(Role by, String clause, List<String> stages) {
        public Shortening {
            stages = List.copyOf(stages);
        }
    }

    /** One person's consent. */
    public record Step(Role by, String clause) {}

    /**
     * @param by the role that answers for publication
     * @param mode whether approval itself sends the reply, or somebody does
     */
    public record Publication(Role by, Mode mode, String clause) {}

    /** How a reply leaves. */
    public enum Mode {
        AUTOMATIC,
        BY_HAND
    }

    /**
     * @param closed whether only the listed reasons may be given (VP-14)
     * @param then where an amended draft goes
     * @param termSetBy who sets the term of each rework (LB-6), null where the regulation does
     */
    public record Rework(
            boolean closed,
            List<ReworkReason> reasons,
            AfterRework then,
            @Nullable Step termSetBy) {
        public Rework {
            reasons = List.copyOf(reasons);
        }
    }

    /** A reason to send a draft back; {@code title} is Russian. */
    public record ReworkReason(String id, String title, String clause) {}

    /** Where an amended draft goes. */
    public enum AfterRework {
        APPROVAL,
        /** Straight out, without a second approval (KH-12). */
        PUBLICATION
    }

    /** How several organs make one reply. */
    public record Cooperation(CooperationMode mode, String clause) {}

    /** Order of work of several organs. */
    public enum CooperationMode {
        SEQUENTIAL,
        SEQUENTIAL_WITH_LEAD,
        PARALLEL_CONSOLIDATED_BY_CURATOR,
        PARALLEL_CONSOLIDATED_BY_CONTROLLER
    }
}
