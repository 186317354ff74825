package otklik.routing.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Regulation;
import otklik.regulation.Workflow;
import otklik.routing.incident.core.Asking;
import otklik.routing.incident.core.BindingFinding;
import otklik.routing.incident.core.Casework;
import otklik.routing.incident.core.Cooperation;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.Step;

/**
 * A command that a person may give now.
 *
 * @param type as in the body of the command
 * @param clause that allows it
 * @param expected whether it has to be done now; else it only may
 * @param fields that it takes besides its type
 * @param reasons or grounds to choose from, where it takes some
 * @param checks lines of the checklist to tick, where it takes some (LP-10)
 * @param findings what the program found in the draft against the regulation, where it takes a reason for letting that pass
 * @param kinds of reply that may be written now, where it writes one
 * @param organs whose part it can be about, where it is about a part; where several organs are asked, those that can be asked anew; for a term, those that write now
 * @param until when the last step may still be taken back, where it is that
 * @param secondsLeft the same for a countdown, rounded up
 * @param done what the last step was, in Russian, where it may be taken back
 */
record PossibleCommand(
        String type,
        String title,
        @Nullable String clause,
        boolean expected,
        List<String> fields,
        @Nullable List<Choice> reasons,
        @Nullable List<Choice> checks,
        @Nullable List<BindingFinding> findings,
        @Nullable List<ReplyKind> kinds,
        @Nullable List<String> organs,
        @Nullable Instant until,
        @Nullable Long secondsLeft,
        @Nullable String done) {

    /** A reason with its Russian name. */
    record Choice(String id, String title, @Nullable String clause) {}

    static PossibleCommand of(Step step, boolean expected, Incident incident, Asking asking) {
        Regulation regulation = asking.regulation();
        List<BindingFinding> findings = step == Step.APPROVE ? Casework.bindingFindings(incident, asking) : List.of();
        return new PossibleCommand(
                type(step),
                title(step, regulation),
                step.clause(regulation),
                expected,
                findings.isEmpty() ? fields(step, regulation) : List.of("checked", "letPass"),
                reasons(step, regulation),
                step == Step.APPROVE ? checks(incident, regulation) : null,
                findings.isEmpty() ? null : findings,
                step == Step.SUBMIT_DRAFT || step == Step.RECORD_EMAILED_DRAFT
                        ? List.copyOf(Casework.kinds(incident))
                        : null,
                organs(step, incident),
                null,
                null,
                null);
    }

    /** To take back the last step, which is called that. */
    static PossibleCommand undo(String what, Instant until, Instant now) {
        long left = Duration.between(now, until).plusMillis(999).toSeconds();
        return new PossibleCommand(
                type(Step.UNDO),
                "Отменить: " + what,
                null,
                false,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                until,
                left,
                what);
    }

    /** To whom it is passed on, the regulation says. */
    private static String title(Step step, Regulation regulation) {
        Workflow.PassUp passUp = regulation.workflow().passUp();
        return step == Step.PASS_UP && passUp != null ? "Передано: " + passUp.to() : step.title();
    }

    private static @Nullable List<Choice> checks(Incident incident, Regulation regulation) {
        List<Choice> checks = Casework.checklist(incident, regulation).stream()
                .map(check -> new Choice(check.id(), check.title(), check.clause()))
                .toList();
        return checks.isEmpty() ? null : checks;
    }

    private static @Nullable List<String> organs(Step step, Incident incident) {
        if (step == Step.SET_TERM) {
            return Casework.writers(incident);
        }
        Cooperation several = incident.cooperation();
        Predicate<Cooperation.Part> which = switch (step) {
            case AGREE_CONTRIBUTION, DECLINE_CONTRIBUTION -> part -> part.status() == Cooperation.Status.PROPOSED;
            case ACCEPT_CONTRIBUTION, REWORK_CONTRIBUTION -> part -> part.status() == Cooperation.Status.SUBMITTED;
            case ENGAGE_ORGANS -> Cooperation.Part::isHandedOver;
            default -> null;
        };
        List<String> organs = several == null || which == null
                ? List.of()
                : several.parts().stream()
                        .filter(which)
                        .map(Cooperation.Part::organ)
                        .toList();
        return organs.isEmpty() ? null : organs;
    }

    private static @Nullable List<Choice> reasons(Step step, Regulation regulation) {
        return switch (step) {
            case REQUEST_REWORK, REWORK_CONTRIBUTION ->
                reasons(regulation.workflow().rework());
            case SCREEN_OUT -> grounds(regulation);
            default -> null;
        };
    }

    private static @Nullable List<Choice> grounds(Regulation regulation) {
        List<Choice> grounds = regulation.profile().screening().stream()
                .map(ground -> new Choice(ground.id(), ground.title(), ground.clause()))
                .toList();
        return grounds.isEmpty() ? null : grounds;
    }

    private static List<Choice> reasons(Workflow.Rework rework) {
        Stream<Choice> listed =
                rework.reasons().stream().map(reason -> new Choice(reason.id(), reason.title(), reason.clause()));
        Stream<Choice> other = rework.closed() ? Stream.empty() : Stream.of(new Choice("other", "Другое", null));
        return Stream.concat(listed, other).toList();
    }

    /** {@code SUBMIT_DRAFT} → {@code SubmitDraft}; a test holds the names against those that the API reads. */
    static String type(Step step) {
        return Arrays.stream(step.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** Only what means something under this regulation: nobody is asked for an urgent mark that nobody reads. */
    private static List<String> fields(Step step, Regulation regulation) {
        return allFields(step).stream()
                .filter(field -> switch (field) {
                    case "urgent" -> regulation.profile().submission() != null;
                    case "ground" -> !regulation.profile().screening().isEmpty();
                    case "dueAt" -> isTermNamed(step, regulation.workflow());
                    default -> true;
                })
                .toList();
    }

    private static boolean isTermNamed(Step step, Workflow workflow) {
        return switch (step) {
            case SHORTEN_TERM, SET_TERM -> true;
            case ROUTE, ENGAGE_ORGANS -> workflow.act(Workflow.Act.SET_TERM).isPresent();
            default -> workflow.rework().termSetBy() != null;
        };
    }

    private static List<String> allFields(Step step) {
        return switch (step) {
            case ROUTE -> List.of("organ", "dueAt");
            case ENGAGE_ORGANS -> List.of("organs", "lead", "anew", "dueAt");
            case RETURN,
                    RESTORE,
                    DECIDE_NO_REACTION,
                    RETURN_TO_CURATOR,
                    TELL_UNPUBLISHED,
                    CLOSE_UNPUBLISHED,
                    REOPEN,
                    MARK_APPEAL -> List.of("reason");
            case SCREEN_OUT -> List.of("ground", "comment");
            case START_WORK, CONFIRM_COMPETENCE, ACKNOWLEDGE, UNDO -> List.of();
            case HAND_DOWN, DECLINE -> List.of("comment");
            case APPROVE -> List.of("checked");
            case AGREE -> List.of("urgent");
            case SUBMIT_DRAFT -> List.of("kind", "text", "urgent", "attachments");
            case RECORD_EMAILED_DRAFT -> List.of("from", "receivedAt", "kind", "text", "attachments");
            case EDIT_DRAFT, CONTRIBUTE -> List.of("text", "attachments");
            case RECORD_AUTHOR_ANSWER -> List.of("text");
            case AGREE_CONTRIBUTION, ACCEPT_CONTRIBUTION -> List.of("organ");
            case DECLINE_CONTRIBUTION -> List.of("organ", "comment");
            case REQUEST_REWORK -> List.of("reasons", "comment", "dueAt");
            case REWORK_CONTRIBUTION -> List.of("organ", "reasons", "comment", "dueAt");
            case RECORD_PUBLICATION -> List.of("url", "publishedAt");
            case RECORD_INTERIM -> List.of("url");
            case LINK_REPEAT -> List.of("earlier");
            case PASS_UP -> List.of("note");
            case SHORTEN_TERM -> List.of("dueAt", "reason");
            case SET_TERM -> List.of("organ", "dueAt");
            case CORRECT_CLASSIFICATION -> List.of("topicGroup", "topic", "location", "importance");
        };
    }
}
