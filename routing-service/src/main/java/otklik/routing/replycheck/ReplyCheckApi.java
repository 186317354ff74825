package otklik.routing.replycheck;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.Channel;
import otklik.contracts.access.Caller;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.regulation.ReplyRules;
import otklik.routing.incident.core.BindingFinding;
import otklik.routing.incident.core.Step;
import otklik.routing.promise.SentReplies;
import otklik.routing.replycheck.core.BindingChecks;
import otklik.routing.replycheck.core.Draft;
import otklik.routing.replycheck.core.Finding;
import otklik.routing.replycheck.core.Place;
import otklik.routing.replycheck.core.ReplyChecks;
import otklik.routing.replycheck.core.Topic;
import otklik.web.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Looks a text over without an incident and without keeping it. */
@RestController
@RequestMapping("/api/routing/v1/replies:check")
class ReplyCheckApi {

    private static final int LONGEST = 20_000;

    private final ReplyChecks checks;
    private final SentReplies sent;

    ReplyCheckApi(ReplyChecks checks, SentReplies sent) {
        this.checks = checks;
        this.sent = sent;
    }

    /**
     * @param text of the reply
     * @param question the post that it answers, if its questions are to be looked for
     * @param channel where it is to stand, if its length is to be looked at
     * @param attachments how many files are to stand with it, if that is to be looked at
     * @param kind what it is to become: {@code final} where nobody tells, {@code interim}, {@code clarification}
     */
    record Question(
            @Nullable String jurisdiction,
            @Nullable String text,
            @Nullable String question,
            @Nullable Channel channel,
            @Nullable Integer attachments,
            @Nullable ReplyKind kind) {}

    /**
     * @param findings what a person should look at
     * @param byEye lines of the regulation's checklist that no program can look at
     */
    record Answer(List<Found> findings, List<Line> byEye) {}

    /**
     * @param clause of the line of the regulation's checklist that asks for it; of the step that is refused where the text is {@code unsafe}
     * @param binding whether a reply with it is refused; otherwise it is advice
     * @param refusedAt where it is refused: {@code draft}, when it is handed in, or {@code approval}, unless whoever approves lets it pass;
     *     null where it is not
     * @param toTick whether whoever approves has to tick that line (LP-10)
     */
    record Found(
            String check,
            @Nullable String clause,
            boolean binding,
            @Nullable String refusedAt,
            boolean toTick,
            String message,
            Place place,
            @Nullable String suggestion) {}

    record Line(String id, String title, String clause, boolean binding) {}

    @PostMapping
    Mono<Answer> check(@RequestBody Question question, Caller caller) {
        Regulation regulation = regulation(question.jurisdiction(), caller);
        String text = text(question.text());
        return sent.lately(regulation.id())
                .flatMap(before -> Mono.fromCallable(() -> answer(
                                new Draft(
                                        text,
                                        question.question(),
                                        question.channel(),
                                        before,
                                        question.attachments(),
                                        Objects.requireNonNullElse(question.kind(), ReplyKind.FINAL)),
                                regulation))
                        .subscribeOn(Schedulers.boundedElastic()));
    }

    private static Regulation regulation(@Nullable String id, Caller caller) {
        Regulation regulation = Regulations.installed()
                .find(id == null ? "" : id)
                .orElseThrow(() -> Problem.unprocessable(
                        "unknown-jurisdiction",
                        "Нет такого региона",
                        "jurisdiction — одно из: "
                                + String.join(", ", Regulations.installed().ids()) + "."));
        if (!caller.reaches(regulation.id())) {
            throw Problem.forbidden("Регион «" + regulation.id() + "» вам недоступен.");
        }
        return regulation;
    }

    private static String text(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.unprocessable("empty-text", "Нет текста", "Напишите в text ответ, который нужно проверить.");
        }
        if (text.length() > LONGEST) {
            throw Problem.unprocessable(
                    "text-too-long",
                    "Слишком длинный текст",
                    "Проверяется до " + LONGEST + " знаков, здесь " + text.length() + ".");
        }
        return text;
    }

    private Answer answer(Draft draft, Regulation regulation) {
        ReplyRules rules = regulation.profile().reply();
        return new Answer(
                checks.findings(draft, rules).stream()
                        .map(finding -> finding.check().isAlwaysRefused()
                                ? refused(finding, regulation)
                                : found(finding, draft.kind(), rules))
                        .toList(),
                rules.checks().stream()
                        .filter(line -> line.isAskedOf(
                                ReplyRules.Kind.valueOf(draft.kind().name())))
                        .filter(line -> !Topic.looksAt(line))
                        .map(line -> new Line(line.id(), line.title(), line.clause(), line.binding()))
                        .toList());
    }

    /** By the clause that the refusal of the draft names. */
    private static Found refused(Finding finding, Regulation regulation) {
        return new Found(
                finding.check().wire(),
                Step.SUBMIT_DRAFT.clause(regulation),
                true,
                "draft",
                false,
                finding.message(),
                finding.place(),
                finding.suggestion());
    }

    private static Found found(Finding finding, ReplyKind kind, ReplyRules rules) {
        Optional<ReplyRules.Check> line = finding.check().askedBy(rules, kind);
        Optional<BindingFinding> binding = BindingChecks.binding(finding, kind, rules);
        return new Found(
                finding.check().wire(),
                line.map(ReplyRules.Check::clause).orElse(null),
                binding.isPresent(),
                binding.map(BindingFinding::refusedAt).orElse(null),
                line.map(ReplyRules.Check::binding).orElse(false),
                finding.message(),
                finding.place(),
                finding.suggestion());
    }
}
