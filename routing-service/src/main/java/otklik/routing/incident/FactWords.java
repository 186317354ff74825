package otklik.routing.incident;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Attachment;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.publication.RefusalReason;
import otklik.regulation.Regulation;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.LetPass;
import otklik.routing.incident.core.PartFact;
import otklik.routing.incident.core.Step;
import otklik.routing.incident.core.StepFact;
import otklik.routing.incident.core.StepUndone;

/** What facts are called in the timeline, and of which step each is the trace. */
final class FactWords {

    private static final String APPROVED = "Согласовано";

    private FactWords() {}

    /** By which clause it came about: that of the ground a person chose, or else that of the step. */
    static @Nullable String clause(Fact fact, Regulation regulation) {
        if (fact instanceof Fact.IncidentScreenedOut out && out.ground() != null) {
            return out.ground().clause();
        }
        Step step = step(fact);
        return step == null ? null : step.clause(regulation);
    }

    static @Nullable Step step(Fact fact) {
        return switch (fact) {
            case Fact.IncidentRegistered ignored -> Step.ROUTE;
            case Fact.IncidentScreenedOut ignored -> Step.SCREEN_OUT;
            case Fact.IncidentRestored ignored -> Step.RESTORE;
            case Fact.ClassificationCorrected ignored -> Step.CORRECT_CLASSIFICATION;
            case Fact.IncidentRouted ignored -> Step.ROUTE;
            case Fact.IncidentReturned ignored -> Step.RETURN;
            case Fact.WorkStarted ignored -> Step.START_WORK;
            case Fact.DraftSubmitted f -> f.receivedAt() == null ? Step.SUBMIT_DRAFT : Step.RECORD_EMAILED_DRAFT;
            case Fact.ReworkRequested ignored -> Step.REQUEST_REWORK;
            case Fact.ReplyApproved ignored -> Step.APPROVE;
            case Fact.ManualPublicationNeeded ignored -> Step.RECORD_PUBLICATION;
            case Fact.ReplyPublished ignored -> Step.RECORD_PUBLICATION;
            case Fact.NoReactionDecided ignored -> Step.DECIDE_NO_REACTION;
            case Fact.IncidentClosed ignored -> Step.CLOSE_UNPUBLISHED;
            case StepFact.DraftProposed f -> isByEmail(f.byEmail()) ? Step.RECORD_EMAILED_DRAFT : Step.SUBMIT_DRAFT;
            case StepFact.DraftDeclined ignored -> Step.DECLINE;
            case StepFact.DraftEdited ignored -> Step.EDIT_DRAFT;
            case StepFact.ApprovalGiven ignored -> Step.APPROVE;
            case StepFact.CompetenceConfirmed ignored -> Step.CONFIRM_COMPETENCE;
            case StepFact.ReturnedToCurator ignored -> Step.RETURN_TO_CURATOR;
            case StepFact.HandedDown ignored -> Step.HAND_DOWN;
            case StepFact.AuthorAnswered ignored -> Step.RECORD_AUTHOR_ANSWER;
            case StepFact.FoundToBeAnswer ignored -> Step.RECORD_AUTHOR_ANSWER;
            case StepFact.RepeatLinked ignored -> Step.LINK_REPEAT;
            case StepFact.IncidentReopened ignored -> Step.REOPEN;
            case StepFact.MarkedAsAppeal ignored -> Step.MARK_APPEAL;
            case StepFact.PassOnDue ignored -> Step.ROUTE;
            case StepFact.InterimGiven ignored -> Step.RECORD_INTERIM;
            case StepFact.InterimPublished ignored -> Step.RECORD_INTERIM;
            case StepFact.SignificanceAcknowledged ignored -> Step.ACKNOWLEDGE;
            case StepFact.PassedUp ignored -> Step.PASS_UP;
            case StepFact.TermShortened ignored -> Step.SHORTEN_TERM;
            case StepFact.TermSet ignored -> Step.SET_TERM;
            case PartFact.ContributionProposed ignored -> Step.CONTRIBUTE;
            case PartFact.ContributionDeclined ignored -> Step.DECLINE_CONTRIBUTION;
            case PartFact.ContributionReturned ignored -> Step.RETURN;
            case PartFact.ContributionAccepted ignored -> Step.ACCEPT_CONTRIBUTION;
            case PartFact.ContributionReworkRequested ignored -> Step.REWORK_CONTRIBUTION;
            case PartFact ignored -> Step.ENGAGE_ORGANS;
            case StepUndone ignored -> Step.UNDO;
        };
    }

    /** What a step is called that brought all these about: by its last fact, for those before it only prepare it, but not by whom it asked and by when. */
    static String stepTitle(List<Fact> facts) {
        List<Fact> done = facts.stream()
                .filter(fact -> facts.getFirst() instanceof StepFact.TermSet || !(fact instanceof StepFact.TermSet))
                .toList();
        return wordlessTitle(
                done.getLast() instanceof PartFact.ContributionRequested ? done.getFirst() : done.getLast());
    }

    /** The title for whoever may not read what is said about an organ's part, and for where nobody asks who reads it. */
    static String wordlessTitle(Fact fact) {
        return switch (fact) {
            case PartFact.ContributionDeclined f -> title(new PartFact.ContributionDeclined(f.organ(), null));
            case PartFact.ContributionReworkRequested f ->
                title(new PartFact.ContributionReworkRequested(f.organ(), f.reasons(), null, f.dueAt()));
            case Fact.ReplyApproved ignored -> APPROVED;
            case Fact other -> title(other);
        };
    }

    static String title(Fact fact) {
        return switch (fact) {
            case Fact.IncidentRegistered f ->
                "Выявлено и записано: " + f.classification().topicGroup() + " — "
                        + f.classification().topic();
            case Fact.IncidentScreenedOut f ->
                f.ground() == null
                        ? "Отсеяно" + because(f.reason())
                        : "Отсеяно: " + f.ground().title() + because(f.reason());
            case Fact.IncidentRestored f -> "Возвращено в работу: " + f.reason();
            case Fact.ClassificationCorrected f -> "Исправлена классификация: " + f.topicGroup() + " — " + f.topic();
            case Fact.IncidentRouted f -> "Направлено: " + f.organName() + how(f);
            case Fact.IncidentReturned f -> "Возвращено куратору: " + f.reason();
            case Fact.WorkStarted ignored -> "Взято в работу";
            case Fact.DraftSubmitted f ->
                "На согласование отправлен " + kind(f.kind(), f.round()) + files(f.attachments())
                        + (Boolean.TRUE.equals(f.urgent()) ? ", срочно" : "")
                        + mail(f.byEmail(), f.by());
            case Fact.ReworkRequested f -> "Возвращено на доработку" + because(f.comment());
            case Fact.ReplyApproved f -> APPROVED + letPass(f.letPass());
            case Fact.ManualPublicationNeeded f -> "Нужна публикация вручную: " + RefusalReason.sentence(f.reason());
            case Fact.ReplyPublished f -> "Опубликовано" + (f.manual() ? " вручную" : "");
            case Fact.NoReactionDecided f -> "Реакция не требуется: " + f.reason();
            case Fact.IncidentClosed f -> "Завершено: " + f.reason();
            case StepFact f -> step(f);
            case PartFact f -> part(f);
            case StepUndone f -> "Шаг отменён: " + f.what();
        };
    }

    private static String how(Fact.IncidentRouted fact) {
        if (!fact.automatic()) {
            return "";
        }
        return fact.rule() == null ? " (по опыту похожих сообщений)" : " (по правилу «" + fact.rule() + "»)";
    }

    private static String step(StepFact fact) {
        return switch (fact) {
            case StepFact.DraftProposed f ->
                "На согласование внутри органа отправлен " + kind(f.kind(), f.round()) + files(f.attachments())
                        + mail(f.byEmail(), f.by());
            case StepFact.DraftDeclined f -> "Внутри органа не согласовано" + because(f.comment());
            case StepFact.DraftEdited f ->
                f.attachments() == null
                        ? "Исправлен текст проекта"
                        : f.before().equals(f.after())
                                ? "Изменены вложения проекта"
                                : "Исправлены текст и вложения проекта";
            case StepFact.ApprovalGiven ignored -> "Проверено и передано дальше на согласование";
            case StepFact.CompetenceConfirmed ignored -> "Подтверждено: вопрос в компетенции органа";
            case StepFact.ReturnedToCurator f -> "Район вернул куратору: " + f.reason();
            case StepFact.HandedDown f -> "Передано в район" + because(f.comment());
            case StepFact.AuthorAnswered f ->
                "Автор ответил на уточнение" + (f.writtenAt() == null ? "" : " в комментарии");
            case StepFact.FoundToBeAnswer f -> "Это ответ автора на наш вопрос в сообщении " + f.askedNumber();
            case StepFact.RepeatLinked f -> "Повторное: вопрос уже рассматривался в " + f.earlierNumber();
            case StepFact.IncidentReopened f -> "Возобновлено: " + f.reason();
            case StepFact.PassOnDue ignored -> "Нужно передать сегодня: завтра нерабочий день";
            case StepFact.InterimGiven f ->
                "Автору дан промежуточный ответ: завтра нерабочий день"
                        + (f.automatic() ? "" : " (нужна публикация вручную)");
            case StepFact.InterimPublished f -> "Промежуточный ответ опубликован" + (f.manual() ? " вручную" : "");
            case StepFact.SignificanceAcknowledged ignored -> "Получено: сообщение повышенной важности";
            case StepFact.PassedUp f -> "Передано: " + f.to() + " (" + f.note() + ")";
            case StepFact.TermSet f -> "Назначен срок ответа: " + f.organName();
            case StepFact.TermShortened f -> "Срок исполнителю сокращён: " + f.reason();
            case StepFact.MarkedAsAppeal f -> "Нужно обращение по 59-ФЗ: " + f.reason();
        };
    }

    private static String part(PartFact fact) {
        return switch (fact) {
            case PartFact.OrgansEngaged f ->
                "Отвечают несколько органов: " + (f.organs().size() + (f.lead() == null ? 0 : 1));
            case PartFact.ContributionRequested f ->
                f.lead() ? "Общий ответ готовит: " + f.organName() : "Запрошена часть ответа: " + f.organName();
            case PartFact.ContributionProposed f ->
                "Часть ответа отправлена на согласование внутри органа" + files(f.attachments());
            case PartFact.ContributionDeclined f -> "Часть ответа внутри органа не согласована" + because(f.comment());
            case PartFact.ContributionSubmitted f -> "Орган дал свою часть ответа" + files(f.attachments());
            case PartFact.ContributionAccepted f ->
                f.last() ? "Принята последняя часть ответа" : "Принята часть ответа";
            case PartFact.ContributionReworkRequested f ->
                "Часть ответа возвращена на доработку" + because(f.comment());
            case PartFact.ContributionReturned f -> "Орган вернул свою часть: " + f.reason();
            case PartFact.ContributionWithdrawn ignored -> "Запрос части ответа снят";
        };
    }

    /** Who wrote it, where another hand recorded it (VP-13). */
    private static String mail(@Nullable Boolean byEmail, Actor by) {
        return isByEmail(byEmail) ? ", пришёл по почте: " + by.name() : "";
    }

    private static boolean isByEmail(@Nullable Boolean byEmail) {
        return Boolean.TRUE.equals(byEmail);
    }

    private static String files(@Nullable List<Attachment> files) {
        return files == null ? "" : ", вложений: " + files.size();
    }

    /** Without what stands in the text: the place for that is the text. */
    private static String letPass(@Nullable List<LetPass> passed) {
        return passed == null
                ? ""
                : passed.stream()
                        .map(each -> "%s (%s)".formatted(each.reason(), each.clause()))
                        .collect(Collectors.joining("; ", ", замечания программы пропущены: ", ""));
    }

    private static String because(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "" : ": " + reason;
    }

    private static String kind(ReplyKind kind, int round) {
        String what = switch (kind) {
            case FINAL -> "проект ответа";
            case INTERIM -> "проект промежуточного ответа";
            case CLARIFICATION -> "уточняющий вопрос автору";
        };
        return what + (round > 1 ? " (версия " + round + ")" : "");
    }
}
