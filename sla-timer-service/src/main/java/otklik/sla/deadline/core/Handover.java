package otklik.sla.deadline.core;

import java.time.Instant;
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
            case IncidentFact.IncidentRouted routed -> toOrgans(List.of(routed.organ()));
            case IncidentFact.IncidentReturned ignored -> givenBack();
            case IncidentFact.WorkStarted ignored -> ledger;
            case IncidentFact.DraftSubmitted ignored -> to(Holder.APPROVAL);
            case IncidentFact.ReworkRequested ignored -> toTheOrgan();
            case IncidentFact.ReplyApproved ignored -> to(Holder.PUBLICATION);
            case IncidentFact.ManualPublicationNeeded ignored -> ledger;
            case IncidentFact.ReplyPublished published -> afterReply(published.kind());
            case IncidentFact.NoReactionDecided ignored -> to(Holder.NOBODY);
            case IncidentFact.IncidentClosed ignored -> to(Holder.NOBODY);
        };
    }

    private Ledger afterReply(ReplyKind kind) {
        return switch (kind) {
            case FINAL -> to(Holder.NOBODY);
            case INTERIM -> toTheOrgan();
            case CLARIFICATION -> to(Holder.AUTHOR);
        };
    }

    private Ledger to(Holder next) {
        return ledger.handedTo(next, List.of(), at, false, time);
    }

    private Ledger toTheOrgan() {
        return organ == null ? to(Holder.CURATOR) : toOrgans(List.of(organ));
    }

    private Ledger toOrgans(List<String> organs) {
        return ledger.handedTo(Holder.ORGAN, organs, at, false, time);
    }

    /** Its minutes stay with the organ that was not competent, and are told apart. */
    private Ledger givenBack() {
        return ledger.handedTo(Holder.CURATOR, List.of(), at, ledger.holder() == Holder.ORGAN, time);
    }
}
