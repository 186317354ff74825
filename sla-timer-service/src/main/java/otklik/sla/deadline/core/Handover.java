package otklik.sla.deadline.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.time.WorkingTime;

/** Who holds an incident after a fact of its life. Facts that change nothing about that leave the ledger as it is. */
record Handover(Ledger ledger, @Nullable String organ, Instant at, WorkingTime time) {

    Ledger after(IncidentFact fact) {
        return switch (fact) {
            case IncidentFact.IncidentRegistered registered ->
                registered.classification().screening().passes() ? to(Holder.CURATOR) : ledger;
            case IncidentFact.IncidentScreenedOut ignored -> to(Holder.NOBODY);
            case IncidentFact.IncidentRestored ignored -> to(Holder.CURATOR);
            case IncidentFact.ClassificationCorrected ignored -> ledger;
            case IncidentFact.IncidentRouted routed ->
                ledger.wentTo(List.of(routed.organ()), at, time)
                        .handedTo(Holder.ORGAN, List.of(routed.organ()), at, time);
            case IncidentFact.IncidentReturned returned -> givenBack(returned.organ());
            case IncidentFact.WorkStarted ignored -> ledger;
            case IncidentFact.DraftSubmitted draft ->
                besideSeveral(Holder.APPROVAL).heardFrom(draft.organ() == null ? organ : draft.organ());
            case IncidentFact.ReworkRequested ignored -> toTheOrgan();
            case IncidentFact.ReplyApproved ignored -> besideSeveral(Holder.PUBLICATION);
            case IncidentFact.ManualPublicationNeeded ignored -> ledger;
            case IncidentFact.ReplyPublished published -> afterReply(published.kind());
            case IncidentFact.NoReactionDecided ignored -> to(Holder.NOBODY);
            case IncidentFact.IncidentClosed ignored -> to(Holder.NOBODY);
            case IncidentFact.OrgansEngaged engaged -> engaged(engaged);
            case IncidentFact.ContributionRequested requested -> requested.lead() ? ledger : joined(requested.organ());
            case IncidentFact.ContributionProposed ignored -> ledger;
            case IncidentFact.ContributionDeclined ignored -> ledger;
            case IncidentFact.ContributionSubmitted submitted ->
                left(submitted.organ(), Holder.APPROVAL, false).heardFrom(submitted.organ());
            // Beside a question that is on its way or unanswered a part may be judged too: that takes it from nobody.
            case IncidentFact.ContributionAccepted ignored ->
                ledger.holder() == Holder.APPROVAL ? to(Holder.CURATOR) : ledger;
            case IncidentFact.ContributionReworkRequested requested -> joined(requested.organ());
            case IncidentFact.ContributionReturned returned -> left(returned.organ(), Holder.CURATOR, true);
            case IncidentFact.ContributionWithdrawn withdrawn -> left(withdrawn.organ(), Holder.CURATOR, false);
            case IncidentFact.DraftProposed ignored -> to(Holder.AGREEMENT);
            case IncidentFact.DraftDeclined ignored -> toTheOrgan();
            case IncidentFact.DraftEdited ignored -> ledger;
            case IncidentFact.ApprovalGiven ignored -> ledger;
            case IncidentFact.CompetenceConfirmed ignored -> ledger;
            case IncidentFact.ReturnedToCurator ignored -> to(Holder.CURATOR);
            case IncidentFact.HandedDown ignored -> to(Holder.CURATOR);
            case IncidentFact.AuthorAnswered ignored -> toTheOrgan();
            case IncidentFact.RepeatLinked ignored -> ledger;
            case IncidentFact.IncidentReopened reopened ->
                reopened.organ() == null ? to(Holder.CURATOR) : toOrgans(List.of(reopened.organ()));
            case IncidentFact.MarkedAsAppeal ignored -> ledger;
            case IncidentFact.PassOnDue ignored -> ledger;
            case IncidentFact.InterimGiven ignored -> ledger;
            case IncidentFact.InterimPublished ignored -> ledger;
            case IncidentFact.SignificanceAcknowledged ignored -> ledger;
            case IncidentFact.PassedUp ignored -> ledger;
            case IncidentFact.TermShortened ignored -> ledger;
            case IncidentFact.TermSet ignored -> ledger;
            // What it was before the step, the clocks know: see Unfolding.
            case IncidentFact.StepUndone ignored -> ledger;
        };
    }

    /**
     * Whoever is not among them had it in vain. Of those at work who write a part already go on; whoever had the whole does not, and whose part is
     * wanted is asked for it by another fact.
     */
    private Ledger engaged(IncidentFact.OrgansEngaged engaged) {
        List<String> named = new ArrayList<>(engaged.organs());
        if (engaged.lead() != null) {
            named.add(engaged.lead());
        }
        Ledger closed = ledger.wentTo(named, at, time);
        if (ledger.holder() != Holder.ORGAN) {
            return closed;
        }
        List<String> working = ledger.organs().stream()
                .filter(engaged.organs()::contains)
                .filter(each -> !each.equals(organ))
                .toList();
        return closed.handedTo(working.isEmpty() ? Holder.CURATOR : Holder.ORGAN, working, at, time);
    }

    /** One more organ works at it. */
    private Ledger joined(String joining) {
        List<String> working = new ArrayList<>(ledger.organs());
        if (!working.contains(joining)) {
            working.add(joining);
        }
        return toOrgans(working);
    }

    /** One organ has done its part; the others go on, or it rests with {@code then}. */
    private Ledger left(String leaving, Holder then, boolean returned) {
        List<String> working = new ArrayList<>(ledger.organs());
        if (!working.remove(leaving)) {
            return ledger;
        }
        Holder next = working.isEmpty() ? then : Holder.ORGAN;
        Ledger cut = returned ? ledger.returnedBy(leaving, at, time) : ledger;
        return cut.handedTo(next, working, at, time);
    }

    private Ledger afterReply(ReplyKind kind) {
        return switch (kind) {
            case FINAL -> to(Holder.NOBODY);
            case INTERIM -> toTheOrgan();
            case CLARIFICATION -> besideSeveral(Holder.AUTHOR);
        };
    }

    private Ledger to(Holder next) {
        return ledger.handedTo(next, List.of(), at, time);
    }

    private Ledger toTheOrgan() {
        return organ == null ? besideSeveral(Holder.CURATOR) : toOrgans(List.of(organ));
    }

    /** While several organs work on their parts, it is they who hold it, whatever becomes of an interim reply or a question to the author. */
    private Ledger besideSeveral(Holder next) {
        return organ == null && !ledger.organs().isEmpty() ? ledger : to(next);
    }

    private Ledger toOrgans(List<String> organs) {
        return ledger.handedTo(Holder.ORGAN, organs, at, time);
    }

    /** Its minutes stay with the organ that was not competent, and are told apart. */
    private Ledger givenBack(String by) {
        return ledger.returnedBy(by, at, time).handedTo(Holder.CURATOR, List.of(), at, time);
    }
}
