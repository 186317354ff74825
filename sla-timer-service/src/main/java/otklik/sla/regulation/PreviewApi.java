package otklik.sla.regulation;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.Json;
import otklik.contracts.access.Caller;
import otklik.regulation.Deadline;
import otklik.regulation.Importance;
import otklik.regulation.Recurring;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.regulation.UnknownRegulationException;
import otklik.regulation.UnknownStageException;
import otklik.regulation.time.OutsideCalendarException;
import otklik.web.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a deadline would be: one question or a list of them, one answer or a list of them. All or nothing. */
@RestController
@RequestMapping("/api/sla/v1")
class PreviewApi {

    private static final int MOST = 10_000;

    private final Regulations regulations;

    PreviewApi(Regulations regulations) {
        this.regulations = regulations;
    }

    /**
     * @param stage as in the ledger of clauses, e.g. {@code publish}; of what is due again and again (KA-6, KH-15, LB-11) the next time after
     *     {@code from} is told
     * @param importance {@code normal} where absent
     * @param from when the term starts, ISO-8601 with an offset; for a backward term when the term it leans on starts
     */
    record Question(
            @Nullable String regulation,
            @Nullable String stage,
            otklik.contracts.@Nullable Importance importance,

            @JsonFormat(without = JsonFormat.Feature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE) @Nullable
            OffsetDateTime from) {}

    /** @param effectiveDue earlier than {@code due} where a submission window closes before it (VP-10) */
    record Answer(Instant due, Instant effectiveDue, String clause, ExplanationView explanation) {}

    @PostMapping("/deadlines:preview")
    Mono<Object> preview(@RequestBody JsonNode body, Caller caller) {
        return Mono.fromSupplier(() -> body.isArray() ? all(body, caller) : one(body, null, caller))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Object all(JsonNode body, Caller caller) {
        if (body.size() > MOST) {
            throw new Problem(
                    413,
                    "too-many",
                    "Слишком много вопросов сразу",
                    "За один раз можно спросить не более " + MOST + ".",
                    null);
        }
        List<Answer> answers = new ArrayList<>(body.size());
        for (int i = 0; i < body.size(); i++) {
            answers.add(one(body.get(i), i, caller));
        }
        return answers;
    }

    private Answer one(JsonNode body, @Nullable Integer index, Caller caller) {
        try {
            return answer(question(body), caller);
        } catch (Problem e) {
            throw index == null ? e : e.with("index", index);
        }
    }

    private static Question question(JsonNode body) {
        if (!body.isObject()) {
            throw unreadable();
        }
        try {
            return Json.mapper().treeToValue(body, Question.class);
        } catch (JacksonException e) {
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return Problem.unprocessable(
                "unreadable-question",
                "Вопрос не удалось прочитать",
                "Нужны regulation, stage, from (например 2026-04-30T15:59:00+07:00) и, если важно, importance: normal или elevated.");
    }

    private Answer answer(Question question, Caller caller) {
        if (question.regulation() == null || question.stage() == null || question.from() == null) {
            throw Problem.unprocessable(
                    "incomplete-question", "В вопросе не хватает полей", "Нужны regulation, stage и from.");
        }
        Instant from = question.from().toInstant();
        Regulation regulation = regulation(question.regulation(), from, caller);
        Importance importance = question.importance() == null
                ? Importance.NORMAL
                : Importance.valueOf(question.importance().name());
        return answer(regulation, question.stage(), importance, from);
    }

    /** The revision that binds what is detected when the term starts. */
    private Regulation regulation(String id, Instant from, Caller caller) {
        try {
            Regulation regulation = regulations.get(id, from);
            if (!caller.reaches(id)) {
                throw Problem.forbidden("Регламент «" + id + "» относится к другому региону.");
            }
            return regulation;
        } catch (UnknownRegulationException e) {
            throw Problem.unprocessable("unknown-regulation", "Такого регламента нет", String.valueOf(e.getMessage()))
                    .with("known", e.known());
        }
    }

    /** What is due again and again: a plan, a report (KA-6, KH-15, LB-11). */
    private static Optional<Recurring> duty(Regulation regulation, String stage) {
        return regulation.profile().recurring().stream()
                .filter(duty -> duty.id().equals(stage))
                .findFirst();
    }

    private static List<String> known(Regulation regulation, Collection<String> stages) {
        return Stream.concat(
                        stages.stream(),
                        regulation.profile().recurring().stream().map(Recurring::id))
                .toList();
    }

    private static Answer answer(Regulation regulation, Recurring duty, Instant from) {
        Instant due = duty.nextDue(from, regulation.office());
        return new Answer(due, due, duty.clause(), ExplanationView.of(duty, regulation, from, due));
    }

    private static Answer answer(Regulation regulation, String stage, Importance importance, Instant from) {
        try {
            Optional<Recurring> duty = duty(regulation, stage);
            if (duty.isPresent()) {
                return answer(regulation, duty.get(), from);
            }
            Deadline deadline = regulation.deadline(stage, importance, from);
            return new Answer(
                    deadline.dueAt(),
                    deadline.effectiveAt(),
                    deadline.clause(),
                    ExplanationView.of(deadline.explanation()));
        } catch (UnknownStageException e) {
            throw Problem.unprocessable(
                            "unknown-stage", "Такого этапа в регламенте нет", String.valueOf(e.getMessage()))
                    .with("known", known(regulation, e.known()));
        } catch (OutsideCalendarException e) {
            throw Problem.unprocessable(
                            "outside-calendars",
                            "На эти даты нет производственного календаря",
                            String.valueOf(e.getMessage()))
                    .with("first", e.first())
                    .with("last", e.last());
        }
    }
}
