package otklik.routing.incident.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Regulation;
import otklik.regulation.Workflow;
import otklik.regulation.Workflow.Act;

/** From a draft to those who approve it: agreement inside the organ, hours in which drafts are taken, who need not be asked. */
final class DraftRules {

    private DraftRules() {}

    static Decision submit(Incident incident, Command.SubmitDraft command, Asking asking, Grant grant) {
        String clause = asking.clause(Step.SUBMIT_DRAFT);
        Optional<Decision> refusal = Texts.refusal(command.text(), clause)
                .or(() -> AttachmentRules.refusal(command.attachments(), asking, clause))
                .or(() -> untimely(incident, command.kind(), clause))
                .or(() -> CheckRules.atDraft(command.kind(), command.text(), asking));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Incident.Draft draft = new Incident.Draft(
                command.kind(),
                command.text(),
                asking.as(grant),
                asking.now(),
                incident.drafts() + 1,
                null,
                command.urgent(),
                null,
                null,
                AttachmentRules.named(command.attachments(), asking));
        if (isAmendedForPublication(incident, draft, asking)) {
            return Decision.accept(
                    submitted(draft, incident, 0, null), ApprovalRules.approved(incident, draft, asking));
        }
        return needsAgreement(incident, draft, grant.role(), asking.regulation())
                ? Decision.accept(proposed(draft, incident))
                : handOver(incident, draft, grant, asking);
    }

    /**
     * A draft of that writer that lies in the mail of whoever approves: no hours for taking it, and no agreement given by writing it down.
     * {@code receivedAt} is when it came, also where it first goes on to be agreed inside the organ. It came as it is: what is wrong with it is
     * told to the sender, not to whoever writes it down.
     */
    static Decision received(Incident incident, Incident.Draft draft, Role writer, Instant receivedAt, Asking asking) {
        if (isAmendedForPublication(incident, draft, asking)) {
            return Decision.accept(
                    submitted(draft, incident, 0, receivedAt), ApprovalRules.approved(incident, draft, asking));
        }
        return Decision.accept(
                needsAgreement(incident, draft, writer, asking.regulation())
                        ? proposed(draft, incident)
                        : submitted(draft, incident, 0, receivedAt));
    }

    /**
     * The kinds of reply that may be written now: the author may always be asked, one interim reply is enough, and the final one waits for the
     * parts of several organs.
     */
    static Set<ReplyKind> kinds(Incident incident) {
        EnumSet<ReplyKind> kinds = EnumSet.allOf(ReplyKind.class);
        if (incident.isFinalDue()) {
            kinds.remove(ReplyKind.INTERIM);
        }
        if (incident.isAwaitingParts()) {
            kinds.remove(ReplyKind.FINAL);
        }
        return kinds;
    }

    static Optional<Decision> untimely(Incident incident, ReplyKind kind, @Nullable String clause) {
        if (kinds(incident).contains(kind)) {
            return Optional.empty();
        }
        return Optional.of(
                kind == ReplyKind.FINAL
                        ? Decision.reject(
                                Reason.PARTS_MISSING,
                                "Ещё не все органы дали свою часть ответа. До этого автору можно "
                                        + (incident.isFinalDue() ? "" : "дать промежуточный ответ или ")
                                        + "задать уточняющий вопрос.",
                                clause)
                        : Decision.reject(
                                Reason.WRONG_STATE,
                                "Промежуточный ответ уже опубликован; теперь нужен окончательный. До него автору можно задать "
                                        + "уточняющий вопрос.",
                                clause));
    }

    /** KH-12: what was amended as asked goes out without a second approval; what the program objects to was not. */
    private static boolean isAmendedForPublication(Incident incident, Incident.Draft draft, Asking asking) {
        Incident.Draft old = incident.draft();
        return asking.regulation().workflow().rework().then() == Workflow.AfterRework.PUBLICATION
                && incident.state() == State.REWORK
                && old != null
                && old.kind() == draft.kind()
                && ApprovalRules.needsNoLook(incident, draft, asking);
    }

    /** Not what whoever agrees writes, and not a question to the author where the regulation lets it past (VP-17). */
    private static boolean needsAgreement(Incident incident, Incident.Draft draft, Role writer, Regulation regulation) {
        Workflow.Step agreement = regulation.workflow().internalAgreement();
        return agreement != null
                && incident.organ() != null
                && !writer.name().equals(agreement.by().name())
                && (draft.kind() != ReplyKind.CLARIFICATION
                        || regulation.workflow().act(Act.CLARIFY).isEmpty());
    }

    static Decision agree(Incident incident, StepCommand.Agree command, Asking asking, Grant grant) {
        Incident.Draft draft = ApprovalRules.draft(incident);
        Incident.Draft marked = Boolean.TRUE.equals(command.urgent())
                ? new Incident.Draft(
                        draft.kind(),
                        draft.text(),
                        draft.by(),
                        draft.submittedAt(),
                        draft.round(),
                        null,
                        true,
                        draft.byEmail(),
                        null,
                        draft.attachments())
                : draft;
        return handOver(incident, marked, grant, asking);
    }

    static Decision decline(Incident incident, StepCommand.Decline command, Asking asking) {
        return command.comment().isEmpty()
                ? Decision.reject(
                        Reason.REASON_REQUIRED, "Напишите исполнителю, что исправить.", asking.clause(Step.DECLINE))
                : Decision.accept(new StepFact.DraftDeclined(incident.organ(), command.comment()));
    }

    /** To those who approve. Whoever hands it over need not approve what is their own, unless there is something to tick or to let pass. */
    private static Decision handOver(Incident incident, Incident.Draft draft, Grant grant, Asking asking) {
        List<Workflow.Step> approvals = asking.regulation().workflow().approvals();
        int given = own(approvals, grant);
        boolean isLast = given == approvals.size();
        if (!isLast && !asking.regulation().takesDrafts(asking.now()) && !draft.isMarkedUrgent()) {
            return outsideHours(asking.regulation());
        }
        int own = isLast && !ApprovalRules.needsNoLook(incident, draft, asking) ? given - 1 : given;
        List<Fact> facts = new ArrayList<>();
        facts.add(submitted(draft, incident, own, null));
        if (own == approvals.size()) {
            facts.add(ApprovalRules.approved(incident, draft, asking));
        }
        return new Decision.Accepted(facts);
    }

    /** How many approvals, from the first on, are given by writing it: up to and with the writer's own. */
    private static int own(List<Workflow.Step> approvals, Grant grant) {
        for (int i = approvals.size(); i > 0; i--) {
            if (approvals.get(i - 1).by().name().equals(grant.role().name())) {
                return i;
            }
        }
        return 0;
    }

    private static Decision outsideHours(Regulation regulation) {
        var windows = regulation.profile().submission();
        return Decision.reject(
                Reason.OUTSIDE_SUBMISSION_HOURS,
                "Сейчас проекты на согласование не принимаются. Дождитесь рабочих часов или отметьте проект срочным: "
                        + "уполномоченный получит оповещение.",
                windows == null ? null : windows.clause());
    }

    private static Fact.DraftSubmitted submitted(
            Incident.Draft draft, Incident incident, int approvals, @Nullable Instant receivedAt) {
        return new Fact.DraftSubmitted(
                draft.kind(),
                draft.text(),
                draft.round(),
                draft.by(),
                draft.submittedAt(),
                incident.organ(),
                draft.urgent(),
                draft.byEmail(),
                approvals == 0 ? null : approvals,
                draft.attachments(),
                receivedAt);
    }

    private static StepFact.DraftProposed proposed(Incident.Draft draft, Incident incident) {
        return new StepFact.DraftProposed(
                draft.kind(),
                draft.text(),
                draft.round(),
                draft.by(),
                draft.submittedAt(),
                incident.organ(),
                draft.urgent(),
                draft.byEmail(),
                draft.attachments());
    }
}
