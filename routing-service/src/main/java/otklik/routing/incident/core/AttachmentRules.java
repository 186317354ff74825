package otklik.routing.incident.core;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Attachment;

/**
 * Files of a reply and of its parts (AK-16, VP-12, KH-9, LB-9, LP-13, LP-16): who may bring and take away which, and which may stand with a
 * draft.
 */
public final class AttachmentRules {

    private static final List<Step> WRITERS =
            List.of(Step.SUBMIT_DRAFT, Step.RECORD_EMAILED_DRAFT, Step.EDIT_DRAFT, Step.CONTRIBUTE);

    private AttachmentRules() {}

    /** Why the caller may not bring or take away files now; empty if they may: whoever may write or edit the draft, or a part. */
    public static Optional<Decision.Rejected> refusal(Incident incident, Asking asking) {
        List<Step> possible = Casework.possible(incident, asking);
        if (WRITERS.stream().anyMatch(possible::contains)) {
            return Optional.empty();
        }
        boolean writer =
                WRITERS.stream().anyMatch(step -> asking.grant(step, incident).isPresent());
        return Optional.of(
                writer
                        ? new Decision.Rejected(
                                Reason.WRONG_STATE,
                                "Файлы прикладывают, пока над проектом работают. Сейчас: %s."
                                        .formatted(Words.of(incident.state())),
                                asking.clause(Step.SUBMIT_DRAFT))
                        : new Decision.Rejected(
                                Reason.NOT_YOURS,
                                "Файлы прикладывает тот, кто готовит или правит проект ответа или его часть.",
                                asking.clause(Step.SUBMIT_DRAFT)));
    }

    /**
     * Why the caller may not take that file away; what a handed-in draft names stays for ever.
     *
     * @param broughtBy id of who brought it: who writes a mere part, or only records what came by e-mail,
     *     takes away nothing that others brought for theirs
     */
    public static Optional<Decision.Rejected> refusalToRemove(
            boolean handedIn, String broughtBy, Incident incident, Asking asking) {
        return refusal(incident, asking)
                .or(() -> broughtBy.equals(asking.caller().id()) || writesTheWhole(incident, asking)
                        ? Optional.empty()
                        : Optional.of(new Decision.Rejected(
                                Reason.NOT_YOURS,
                                "Этот файл приложили не вы. Убрать можно только свои файлы.",
                                asking.clause(Step.CONTRIBUTE))))
                .or(() -> handedIn
                        ? Optional.of(new Decision.Rejected(
                                Reason.ATTACHMENT_IN_USE,
                                "Файл был в отправленном проекте и хранится как свидетельство. "
                                        + "Чтобы он не попал в ответ, отправьте следующий проект без него.",
                                asking.clause(Step.SUBMIT_DRAFT)))
                        : Optional.empty());
    }

    private static boolean writesTheWhole(Incident incident, Asking asking) {
        List<Step> possible = Casework.possible(incident, asking);
        return possible.contains(Step.SUBMIT_DRAFT) || possible.contains(Step.EDIT_DRAFT);
    }

    /** Why a draft or a part may not have these files. */
    static Optional<Decision> refusal(@Nullable List<UUID> ids, Asking asking, @Nullable String clause) {
        if (ids == null || ids.isEmpty()) {
            return Optional.empty();
        }
        if (new HashSet<>(ids).size() < ids.size() || !knows(ids, asking)) {
            return Optional.of(Decision.reject(
                    Reason.UNKNOWN_ATTACHMENT,
                    "Одного из файлов у этого сообщения нет, или он назван дважды. Приложите его ещё раз.",
                    clause));
        }
        return ids.size() <= asking.files().most()
                ? Optional.empty()
                : Optional.of(Decision.reject(
                        Reason.TOO_MANY_ATTACHMENTS,
                        "Файлов %d, а к одному ответу социальная сеть примет не больше %d. Оставьте главное."
                                .formatted(ids.size(), asking.files().most()),
                        clause));
    }

    private static boolean knows(List<UUID> ids, Asking asking) {
        return asking.files().known().stream().map(Attachment::id).toList().containsAll(ids);
    }

    /** The files behind the ids, in their order; null for none, as facts keep it. */
    static @Nullable List<Attachment> named(@Nullable List<UUID> ids, Asking asking) {
        return ids == null
                ? null
                : orNull(ids.stream().flatMap(id -> find(id, asking)).toList());
    }

    private static Stream<Attachment> find(UUID id, Asking asking) {
        return asking.files().known().stream().filter(file -> file.id().equals(id));
    }

    static @Nullable List<Attachment> orNull(@Nullable List<Attachment> files) {
        return files == null || files.isEmpty() ? null : List.copyOf(files);
    }

    /** The files that a fact names: they are part of the trail from then on. */
    public static List<Attachment> named(Fact fact) {
        List<Attachment> files = switch (fact) {
            case Fact.DraftSubmitted submitted -> submitted.attachments();
            case StepFact.DraftProposed proposed -> proposed.attachments();
            case StepFact.DraftEdited edited -> edited.attachments();
            case Fact.ReplyApproved approved -> approved.attachments();
            case PartFact.ContributionProposed proposed -> proposed.attachments();
            case PartFact.ContributionSubmitted submitted -> submitted.attachments();
            default -> null;
        };
        return files == null ? List.of() : files;
    }
}
