package otklik.routing.incident.core;

import otklik.contracts.access.Grant;

/** Steps that only some regulations know. */
final class StepRules {

    private StepRules() {}

    static Decision decide(Incident incident, StepCommand command, Asking asking, Grant grant) {
        return switch (command) {
            case StepCommand.Agree agree -> DraftRules.agree(incident, agree, asking, grant);
            case StepCommand.Decline decline -> DraftRules.decline(incident, decline, asking);
            case StepCommand.RecordEmailedDraft draft -> EmailedDraftRules.record(incident, draft, asking);
            case StepCommand.EditDraft edit -> ApprovalRules.edit(incident, edit, asking, grant);
            case StepCommand.ConfirmCompetence ignored -> CompetenceRules.confirm(grant);
            case StepCommand.ReturnToCurator back ->
                because(back.reason(), Step.RETURN_TO_CURATOR, asking, new StepFact.ReturnedToCurator(back.reason()));
            case StepCommand.HandDown down -> Decision.accept(new StepFact.HandedDown(down.comment()));
            case StepCommand.RecordAuthorAnswer answer -> answered(incident, answer, asking);
            case StepCommand.TellUnpublished told ->
                because(
                        told.reason(),
                        Step.TELL_UNPUBLISHED,
                        asking,
                        PublicationRules.unpublished(incident, told.reason()));
            case StepCommand.CloseUnpublished close -> PublicationRules.closed(close);
            case StepCommand.RecordInterim interim -> InterimRules.published(incident, interim, asking);
            case StepCommand.Reopen reopen ->
                because(
                        reopen.reason(),
                        Step.REOPEN,
                        asking,
                        new StepFact.IncidentReopened(AssignmentRules.stillReady(incident, asking), reopen.reason()));
            case StepCommand.LinkRepeat ignored -> repeat(incident, asking);
            case StepCommand.MarkAppeal mark ->
                because(mark.reason(), Step.MARK_APPEAL, asking, new StepFact.MarkedAsAppeal(mark.reason()));
            case StepCommand.ShortenTerm sooner -> ShorteningRules.shorten(incident, sooner, asking);
            case StepCommand.SetTerm term -> TermRules.set(incident, term, asking);
            case StepCommand.Acknowledge ignored -> PassUpRules.acknowledge(asking);
            case StepCommand.PassUp up -> PassUpRules.passUp(incident, up, asking);
        };
    }

    private static Decision because(String reason, Step step, Asking asking, Fact fact) {
        return reason.isEmpty()
                ? Decision.reject(Reason.REASON_REQUIRED, "Напишите, почему.", asking.clause(step))
                : Decision.accept(fact);
    }

    private static Decision answered(Incident incident, StepCommand.RecordAuthorAnswer command, Asking asking) {
        return Texts.refusal(command.text(), asking.clause(Step.RECORD_AUTHOR_ANSWER))
                .orElseGet(() ->
                        Decision.accept(new StepFact.AuthorAnswered(incident.organ(), command.text(), null, null)));
    }

    /** An earlier incident of the same territory, and not one that leads back here. */
    private static Decision repeat(Incident incident, Asking asking) {
        Incident earlier = asking.other();
        return earlier != null
                        && earlier.jurisdiction().equals(incident.jurisdiction())
                        && earlier.detectedAt().isBefore(incident.detectedAt())
                ? Decision.accept(new StepFact.RepeatLinked(earlier.id(), earlier.number()))
                : Decision.reject(
                        Reason.UNKNOWN_INCIDENT,
                        "Нет такого более раннего сообщения этой территории. Проверьте номер.",
                        asking.clause(Step.LINK_REPEAT));
    }
}
