package otklik.routing.incident.core;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import otklik.contracts.access.Grant;

/** The judge: first whether the caller may do the step and the state allows it, then the step's own rule. */
public final class Casework {

    private Casework() {}

    public static Decision decide(Incident incident, Command command, Asking asking) {
        Step step = command.step();
        Optional<Grant> grant = asking.grant(step, incident);
        if (grant.isEmpty()) {
            return Decision.reject(Reason.NOT_YOURS, whoMay(step, incident, asking), step.clause(asking.regulation()));
        }
        if (!isPossible(step, incident)) {
            return Decision.reject(Reason.WRONG_STATE, whenPossible(step, incident), step.clause(asking.regulation()));
        }
        return decide(incident, command, asking, grant.get());
    }

    private static Decision decide(Incident incident, Command command, Asking asking, Grant grant) {
        return switch (command) {
            case Command.Route route -> AssignmentRules.route(incident, route, asking);
            case Command.Return back -> AssignmentRules.giveBack(incident, back, asking);
            case Command.StartWork ignored -> AssignmentRules.start(incident);
            case Command.SubmitDraft submit -> DraftRules.submit(incident, submit, asking, grant);
            case Command.Approve ignored -> DraftRules.approve(incident, asking);
            case Command.RequestRework rework -> DraftRules.rework(rework, asking);
            case Command.RecordPublication publication -> DraftRules.published(incident, publication, asking);
            case Command.ScreenOut out -> ScreeningRules.screenOut(out, asking);
            case Command.Restore restore -> ScreeningRules.restore(restore);
            case Command.DecideNoReaction none -> ScreeningRules.noReaction(none);
            case Command.CorrectClassification correction -> ScreeningRules.correct(correction);
        };
    }

    /** The steps that the caller may take now, in the order of the work. */
    public static List<Step> possible(Incident incident, Asking asking) {
        return Arrays.stream(Step.values())
                .filter(step -> isPossible(step, incident))
                .filter(step -> asking.grant(step, incident).isPresent())
                .toList();
    }

    private static boolean isPossible(Step step, Incident incident) {
        return step.states().contains(incident.state())
                && (step != Step.RECORD_PUBLICATION || incident.needsManualPublication());
    }

    private static String whoMay(Step step, Incident incident, Asking asking) {
        String roles = step.roles(asking.regulation()).stream()
                .map(role -> asking.regulation()
                        .profile()
                        .roles()
                        .getOrDefault(otklik.regulation.Role.valueOf(role.name()), role.wire()))
                .collect(Collectors.joining(", "));
        String organ = asking.directory().name(incident.organ());
        return "«%s» может: %s%s."
                .formatted(step.title(), roles, organ == null ? "" : "; сообщение сейчас у органа «" + organ + "»");
    }

    private static String whenPossible(Step step, Incident incident) {
        return "«%s» возможно в состояниях: %s. Сейчас: %s."
                .formatted(
                        step.title(),
                        step.states().stream().map(Words::of).collect(Collectors.joining(", ")),
                        Words.of(incident.state()));
    }
}
