package otklik.routing.incident.core;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;
import otklik.contracts.access.Grant;
import otklik.contracts.incident.Attachment;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Regulation;
import otklik.regulation.ReplyRules;
import otklik.regulation.Workflow;

/** Those who approve: yes, in their order (LB-6); no, with a reason (AK-10, VP-14); other words (VP-18). */
final class ApprovalRules {

    /** Networks to which the publisher can post by itself. */
    private static final Set<Channel> AUTOMATIC = Set.of(Channel.VK);

    private static final String OTHER_REASON = "other";
    /** The line of the checklist that only a repeat asks for (AK-15). */
    private static final String PROGRESS = "progress";

    private ApprovalRules() {}

    static Incident.Draft draft(Incident incident) {
        return Objects.requireNonNull(incident.draft(), "no draft in " + incident.state());
    }

    static Decision approve(Incident incident, Command.Approve command, Asking asking) {
        Incident.Draft draft = draft(incident);
        List<Workflow.Step> approvals = asking.regulation().workflow().approvals();
        int given = incident.approvals() + 1;
        if (!isLast(incident, asking.regulation())) {
            return Decision.accept(
                    new StepFact.ApprovalGiven(wire(approvals.get(given - 1)), wire(approvals.get(given)), given));
        }
        return unticked(incident, draft, command.checked(), asking.regulation())
                .or(() -> CheckRules.atApproval(draft, command.letPass(), asking))
                .orElseGet(() -> Decision.accept(
                        approved(incident, draft, asking, CheckRules.letPass(draft, command.letPass(), asking))));
    }

    /** Whether the next approval lets the draft out; whoever approves before only passes it on (LB-6). */
    static boolean isLast(Incident incident, Regulation regulation) {
        return incident.approvals() + 1 >= regulation.workflow().approvals().size();
    }

    private static Optional<Decision> unticked(
            Incident incident, Incident.Draft draft, List<String> checked, Regulation regulation) {
        List<ReplyRules.Check> unticked = checklist(incident, draft.kind(), regulation)
                .filter(check -> !checked.contains(check.id()))
                .toList();
        return unticked.isEmpty()
                ? Optional.empty()
                : Optional.of(Decision.reject(
                        Reason.CHECKLIST_INCOMPLETE,
                        "Проверьте и отметьте: %s. Если не так — верните на доработку."
                                .formatted(unticked.stream()
                                        .map(ReplyRules.Check::title)
                                        .collect(Collectors.joining("; "))),
                        unticked.getFirst().clause()));
    }

    /** What has to be ticked before a reply of that kind to this incident goes out. */
    static Stream<ReplyRules.Check> checklist(Incident incident, ReplyKind kind, Regulation regulation) {
        boolean repeat = incident.marks().repeatOf() != null;
        return regulation.profile().reply().checks().stream()
                .filter(check -> check.isAskedOf(ReplyRules.Kind.valueOf(kind.name())))
                .filter(check -> check.binding() || (repeat && check.id().equals(PROGRESS)));
    }

    /** Whether it can go out without anybody's tick and excuse. */
    static boolean needsNoLook(Incident incident, Incident.Draft draft, Asking asking) {
        return checklist(incident, draft.kind(), asking.regulation()).findAny().isEmpty()
                && CheckRules.found(draft, asking).isEmpty();
    }

    private static String wire(Workflow.Step step) {
        return step.by().name().toLowerCase(Locale.ROOT);
    }

    /** By writing it, where nobody else is asked. */
    static Fact approved(Incident incident, Incident.Draft draft, Asking asking) {
        return approved(incident, draft, asking, null);
    }

    private static Fact approved(
            Incident incident, Incident.Draft draft, Asking asking, @Nullable List<LetPass> letPass) {
        return new Fact.ReplyApproved(
                asking.newId(),
                draft.kind(),
                draft.text(),
                isPostedByTheSystem(incident, asking.regulation()),
                draft.attachments(),
                letPass,
                asking.now());
    }

    /** Otherwise a person posts it. */
    static boolean isPostedByTheSystem(Incident incident, Regulation regulation) {
        return regulation.workflow().publication().mode() == Workflow.Mode.AUTOMATIC
                && AUTOMATIC.contains(incident.channel())
                && !incident.address().isEmpty();
    }

    static Decision rework(Command.RequestRework command, Asking asking, Grant grant) {
        Optional<Decision> refusal = refusal(command.reasons(), command.comment(), command.dueAt(), asking, grant);
        return refusal.orElseGet(
                () -> Decision.accept(new Fact.ReworkRequested(command.reasons(), command.comment(), command.dueAt())));
    }

    /** What speaks against sending something back like that; the same for drafts and for parts. */
    static Optional<Decision> refusal(
            List<String> reasons, @Nullable String comment, @Nullable Instant dueAt, Asking asking, Grant grant) {
        Workflow.Rework rework = asking.regulation().workflow().rework();
        return unknown(reasons, rework, asking)
                .or(() -> silent(reasons, comment, asking))
                .or(() -> untimely(dueAt, rework, asking, grant));
    }

    private static Optional<Decision> unknown(List<String> reasons, Workflow.Rework rework, Asking asking) {
        Set<String> known =
                rework.reasons().stream().map(Workflow.ReworkReason::id).collect(Collectors.toSet());
        List<String> unknown = reasons.stream()
                .filter(reason -> !known.contains(reason))
                .filter(reason -> rework.closed() || !reason.equals(OTHER_REASON))
                .toList();
        if (rework.closed() && reasons.isEmpty()) {
            return Optional.of(Decision.reject(
                    Reason.REASON_REQUIRED,
                    "Регламент называет причины доработки; выберите одну из них.",
                    rework.reasons().getFirst().clause()));
        }
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(Decision.reject(
                        Reason.UNKNOWN_REWORK_REASON,
                        "Причины %s нет в регламенте; есть: %s."
                                .formatted(unknown, known.stream().sorted().toList()),
                        rework.closed() ? rework.reasons().getFirst().clause() : asking.clause(Step.REQUEST_REWORK)));
    }

    private static Optional<Decision> silent(List<String> reasons, @Nullable String comment, Asking asking) {
        boolean silent = reasons.isEmpty() || reasons.contains(OTHER_REASON);
        return silent && (comment == null || comment.isBlank())
                ? Optional.of(Decision.reject(
                        Reason.REASON_REQUIRED,
                        "Выберите, что не так с проектом, или напишите это словами.",
                        asking.clause(Step.REQUEST_REWORK)))
                : Optional.empty();
    }

    /** Where whoever sends back sets the term, it has to be there and to come (LB-6). */
    private static Optional<Decision> untimely(
            @Nullable Instant dueAt, Workflow.Rework rework, Asking asking, Grant grant) {
        Workflow.Step sets = rework.termSetBy();
        if (sets != null && sets.by().name().equals(grant.role().name())) {
            return TermRules.untimely(dueAt, "доработки", asking, sets.clause());
        }
        return dueAt == null
                ? Optional.empty()
                : Optional.of(Decision.reject(
                        Reason.TERM_NOT_YOURS,
                        "Срок доработки назначает регламент, а не тот, кто возвращает.",
                        asking.clause(Step.REQUEST_REWORK)));
    }

    static Decision edit(Incident incident, StepCommand.EditDraft command, Asking asking, Grant grant) {
        Incident.Draft draft = draft(incident);
        String clause = asking.clause(Step.EDIT_DRAFT);
        Optional<Decision> refusal = Texts.refusal(command.text(), clause)
                .or(() -> AttachmentRules.refusal(command.attachments(), asking, clause));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<Attachment> files = editedFiles(draft, command, asking);
        return command.text().equals(draft.text()) && files == null
                ? Decision.reject(Reason.NOTHING_CHANGED, "Текст и вложения те же самые.", clause)
                : Decision.accept(
                        new StepFact.DraftEdited(draft.round(), draft.text(), command.text(), asking.as(grant), files));
    }

    /** The files from now on, empty if none is left; null where they stay as they are. */
    private static @Nullable List<Attachment> editedFiles(
            Incident.Draft draft, StepCommand.EditDraft command, Asking asking) {
        if (command.attachments() == null) {
            return null;
        }
        List<Attachment> files =
                Objects.requireNonNullElse(AttachmentRules.named(command.attachments(), asking), List.of());
        return files.equals(Objects.requireNonNullElse(draft.attachments(), List.of())) ? null : files;
    }
}
