package otklik.routing.incident;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.regulation.Regulation;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Step;
import tools.jackson.core.type.TypeReference;

/**
 * One line of the timeline.
 *
 * @param version of the incident after a fact; null for what happened to a deadline
 * @param title in Russian
 * @param clause that the entry fulfils or, for a deadline, that sets it
 */
record TimelineEntry(
        @Nullable Long version,
        Instant at,
        String type,
        String title,
        Actor by,
        @Nullable String clause,
        Map<String, Object> details) {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    static TimelineEntry of(StoredFact stored, Regulation regulation) {
        Fact fact = stored.fact();
        Step step = step(fact);
        return new TimelineEntry(
                stored.version(),
                stored.at(),
                stored.type(),
                title(fact),
                stored.actor(),
                step == null ? null : step.clause(regulation),
                Json.mapper().readValue(stored.factJson(), DETAILS));
    }

    private static @Nullable Step step(Fact fact) {
        return switch (fact) {
            case Fact.IncidentRegistered ignored -> Step.ROUTE;
            case Fact.IncidentScreenedOut ignored -> Step.SCREEN_OUT;
            case Fact.IncidentRestored ignored -> null;
            case Fact.ClassificationCorrected ignored -> Step.CORRECT_CLASSIFICATION;
            case Fact.IncidentRouted ignored -> Step.ROUTE;
            case Fact.IncidentReturned ignored -> Step.RETURN;
            case Fact.WorkStarted ignored -> Step.START_WORK;
            case Fact.DraftSubmitted ignored -> Step.SUBMIT_DRAFT;
            case Fact.ReworkRequested ignored -> Step.REQUEST_REWORK;
            case Fact.ReplyApproved ignored -> Step.APPROVE;
            case Fact.ManualPublicationNeeded ignored -> Step.RECORD_PUBLICATION;
            case Fact.ReplyPublished ignored -> Step.RECORD_PUBLICATION;
            case Fact.NoReactionDecided ignored -> null;
            case Fact.IncidentClosed ignored -> null;
        };
    }

    private static String title(Fact fact) {
        return switch (fact) {
            case Fact.IncidentRegistered f ->
                "Выявлено и записано: " + f.classification().topicGroup() + " — "
                        + f.classification().topic();
            case Fact.IncidentScreenedOut f -> "Отсеяно" + (f.reason() == null ? "" : ": " + f.reason());
            case Fact.IncidentRestored f -> "Возвращено в работу: " + f.reason();
            case Fact.ClassificationCorrected f -> "Исправлена классификация: " + f.topicGroup() + " — " + f.topic();
            case Fact.IncidentRouted f ->
                "Направлено: " + f.organName()
                        + (f.automatic() ? " (по правилу «" + requireNonNullElse(f.rule(), "") + "»)" : "");
            case Fact.IncidentReturned f -> "Возвращено куратору: " + f.reason();
            case Fact.WorkStarted ignored -> "Взято в работу";
            case Fact.DraftSubmitted f -> "На согласование отправлен " + kind(f);
            case Fact.ReworkRequested f -> "Возвращено на доработку" + (f.comment() == null ? "" : ": " + f.comment());
            case Fact.ReplyApproved ignored -> "Согласовано";
            case Fact.ManualPublicationNeeded f -> "Нужна публикация вручную: " + f.reason();
            case Fact.ReplyPublished f -> "Опубликовано" + (f.manual() ? " вручную" : "");
            case Fact.NoReactionDecided f -> "Реакция не требуется: " + f.reason();
            case Fact.IncidentClosed f -> "Завершено: " + f.reason();
        };
    }

    private static String kind(Fact.DraftSubmitted draft) {
        String what = switch (draft.kind()) {
            case FINAL -> "проект ответа";
            case INTERIM -> "проект промежуточного ответа";
            case CLARIFICATION -> "уточняющий вопрос автору";
        };
        return what + (draft.round() > 1 ? " (версия " + draft.round() + ")" : "");
    }
}
