package otklik.routing.incident;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Regulation;
import otklik.regulation.Workflow;
import otklik.routing.incident.core.Step;

/**
 * A command that a person may give now.
 *
 * @param type as in the body of the command
 * @param clause that allows it
 * @param fields that it takes besides its type
 * @param reasons to choose from, where it takes some
 */
record PossibleCommand(
        String type,
        String title,
        @Nullable String clause,
        List<String> fields,
        @Nullable List<Choice> reasons) {

    /** A reason with its Russian name. */
    record Choice(String id, String title, @Nullable String clause) {}

    static PossibleCommand of(Step step, Regulation regulation) {
        return new PossibleCommand(
                type(step),
                step.title(),
                step.clause(regulation),
                fields(step),
                step == Step.REQUEST_REWORK ? reasons(regulation.workflow().rework()) : null);
    }

    private static List<Choice> reasons(Workflow.Rework rework) {
        Stream<Choice> listed =
                rework.reasons().stream().map(reason -> new Choice(reason.id(), reason.title(), reason.clause()));
        Stream<Choice> other = rework.closed() ? Stream.empty() : Stream.of(new Choice("other", "Другое", null));
        return Stream.concat(listed, other).toList();
    }

    private static String type(Step step) {
        return switch (step) {
            case ROUTE -> "Route";
            case RETURN -> "Return";
            case START_WORK -> "StartWork";
            case SUBMIT_DRAFT -> "SubmitDraft";
            case APPROVE -> "Approve";
            case REQUEST_REWORK -> "RequestRework";
            case RECORD_PUBLICATION -> "RecordPublication";
            case SCREEN_OUT -> "ScreenOut";
            case RESTORE -> "Restore";
            case DECIDE_NO_REACTION -> "DecideNoReaction";
            case CORRECT_CLASSIFICATION -> "CorrectClassification";
        };
    }

    private static List<String> fields(Step step) {
        return switch (step) {
            case ROUTE -> List.of("organ");
            case RETURN, SCREEN_OUT, RESTORE, DECIDE_NO_REACTION -> List.of("reason");
            case START_WORK, APPROVE -> List.of();
            case SUBMIT_DRAFT -> List.of("kind", "text");
            case REQUEST_REWORK -> List.of("reasons", "comment");
            case RECORD_PUBLICATION -> List.of("url");
            case CORRECT_CLASSIFICATION -> List.of("topicGroup", "topic", "location", "importance");
        };
    }
}
