package otklik.regulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a draft becomes a published reply.
 *
 * @param internalAgreement who inside the organ agrees a draft before it leaves (LB-5, LP-9), null where nobody does
 * @param approvals who approves, in order
 */
public record Workflow(
        @Nullable Step internalAgreement,
        List<Step> approvals,
        Publication publication,
        Rework rework,
        Cooperation cooperation) {

    public Workflow {
        approvals = List.copyOf(approvals);
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
