package otklik.routing.incident.core;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Attachment;
import otklik.regulation.Workflow.CooperationMode;
import otklik.routing.incident.core.Cooperation.Part;
import otklik.routing.incident.core.Cooperation.Status;

/** Facts of several organs at one incident (AK-14, KH-7, LB-5, LP-13, VP-21). */
public sealed interface PartFact extends Fact {

    /**
     * Whatever an organ that stays has done, stays.
     *
     * @param anew organs that had given their part, or given it back, and are asked once more; null without any, and in facts of before that
     *     was possible
     * @param complete true where the parts of those who are left were all there already, and something was awaited until now (KH-13); null
     *     otherwise, and in facts of before that was told
     */
    record OrgansEngaged(
            List<String> organs,
            @Nullable String lead,
            CooperationMode mode,
            @Nullable List<String> anew,
            @Nullable Boolean complete)
            implements PartFact {
        @Override
        public Incident after(Incident before) {
            List<Part> parts = organs.stream().map(organ -> part(organ, before)).toList();
            return before.with(next -> {
                next.organ = null;
                next.rework = null;
                next.marks = before.marks().ofOrgan(null);
                next.cooperation = new Cooperation(mode, lead, parts, rework(before));
                next.state = before.state().isOfTheReply() ? before.state() : working(parts);
            });
        }

        /** Why what the lead had written came back, until the lead has it again. */
        private Incident.@Nullable Rework rework(Incident before) {
            Cooperation old = before.cooperation();
            boolean isOfTheLead = anew != null && before.organ() != null;
            if (isOfTheLead || old == null) {
                return isOfTheLead ? before.rework() : null;
            }
            return old.rework();
        }

        private static State working(List<Part> parts) {
            return parts.stream().anyMatch(part -> part.round() > 0) ? State.IN_WORK : State.ROUTED;
        }

        /** Why the common reply came back is what an organ has to know that is asked anew. */
        private Part part(String organ, Incident before) {
            Cooperation old = before.cooperation();
            Part part = old == null ? Part.waiting(organ) : old.part(organ).orElseGet(() -> Part.waiting(organ));
            return anew != null && anew.contains(organ) ? part.anew(before.rework()) : part;
        }
    }

    /** The lead has no part of its own: it gets the incident itself. */
    record ContributionRequested(String organ, String organName, boolean lead) implements PartFact {
        @Override
        public Incident after(Incident before) {
            return change(before, organ, Part::asked);
        }
    }

    record ContributionProposed(
            String organ,
            String text,
            int round,
            Actor by,
            Instant at,
            @Nullable List<Attachment> attachments) implements PartFact {
        @Override
        public Incident after(Incident before) {
            return working(before, organ, part -> part.written(Status.PROPOSED, text, round, by, at, attachments));
        }
    }

    record ContributionDeclined(String organ, @Nullable String comment) implements PartFact {
        @Override
        public Incident after(Incident before) {
            return change(before, organ, part -> part.sentBack(new Incident.Rework(List.of(), comment, null)));
        }
    }

    /** In a sequence nobody has to accept it: {@code accepted}. */
    record ContributionSubmitted(
            String organ,
            String text,
            int round,
            Actor by,
            Instant at,
            boolean accepted,
            @Nullable List<Attachment> attachments)
            implements PartFact {
        @Override
        public Incident after(Incident before) {
            Status next = accepted ? Status.ACCEPTED : Status.SUBMITTED;
            return working(before, organ, part -> part.written(next, text, round, by, at, attachments));
        }
    }

    record ContributionAccepted(String organ, boolean last) implements PartFact {
        @Override
        public Incident after(Incident before) {
            return change(before, organ, part -> part.in(Status.ACCEPTED));
        }
    }

    record ContributionReworkRequested(
            String organ,
            List<String> reasons,
            @Nullable String comment,
            @Nullable Instant dueAt) implements PartFact {
        @Override
        public Incident after(Incident before) {
            return change(before, organ, part -> part.sentBack(new Incident.Rework(reasons, comment, dueAt)));
        }
    }

    /** When every organ said so, nobody has the incident any more; words on their way to the author go on nevertheless. */
    record ContributionReturned(String organ, String reason, boolean last) implements PartFact {
        @Override
        public Incident after(Incident before) {
            Incident after = change(before, organ, part -> part.in(Status.RETURNED));
            Cooperation left = after.cooperation();
            boolean nobody = !before.state().isOfTheReply()
                    && left != null
                    && left.lead() == null
                    && left.parts().stream().allMatch(part -> part.status() == Status.RETURNED);
            return nobody ? after.with(next -> next.release(State.RETURNED)) : after;
        }
    }

    record ContributionWithdrawn(String organ) implements PartFact {
        @Override
        public Incident after(Incident before) {
            return change(before, organ, part -> part.in(Status.WAITING));
        }
    }

    private static Incident working(Incident before, String organ, UnaryOperator<Part> change) {
        return change(before, organ, change)
                .with(next -> next.state = before.state() == State.ROUTED ? State.IN_WORK : before.state());
    }

    private static Incident change(Incident before, String organ, UnaryOperator<Part> change) {
        Cooperation several = before.cooperation();
        return several == null ? before : before.with(next -> next.cooperation = several.with(organ, change));
    }
}
