package otklik.routing.incident.core;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import otklik.contracts.access.Grant;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Regulation;
import otklik.regulation.ReplyRules;

/** The judge: first whether the regulation has the step, the caller may do it and the state allows it, then the step's own rule. */
public final class Casework {

    private Casework() {}

    public static Decision decide(Incident incident, Command command, Asking asking) {
        Step step = command.step();
        if (step == Step.UNDO) {
            return UndoRules.undo(asking);
        }
        return KnownSteps.refusal(step, asking).orElseGet(() -> judge(incident, command, asking));
    }

    private static Decision judge(Incident incident, Command command, Asking asking) {
        Step step = command.step();
        List<Seat> seats = step.seats(incident, asking.regulation());
        Optional<Grant> grant = asking.grant(step, incident);
        if (grant.isEmpty() && !seats.isEmpty()) {
            return Decision.reject(Reason.NOT_YOURS, whoMay(step, seats, asking), asking.clause(step));
        }
        if (grant.isEmpty() || !step.isPossible(incident, asking.regulation())) {
            return PassUpRules.refusal(step, incident, asking)
                    .orElseGet(() ->
                            Decision.reject(Reason.WRONG_STATE, whenPossible(step, incident), asking.clause(step)));
        }
        return Notes.refusal(command, asking.clause(step))
                .orElseGet(() -> CompetenceRules.confirmedBy(
                        step, incident, asking, grant.get(), decide(incident, command, asking, grant.get())));
    }

    private static Decision decide(Incident incident, Command command, Asking asking, Grant grant) {
        return switch (command) {
            case Command.Route route -> AssignmentRules.route(incident, route, asking, grant);
            case Command.Return back -> AssignmentRules.giveBack(incident, back, asking, grant);
            case Command.StartWork ignored -> AssignmentRules.start(incident);
            case Command.SubmitDraft submit -> DraftRules.submit(incident, submit, asking, grant);
            case Command.Approve approve -> ApprovalRules.approve(incident, approve, asking);
            case Command.RequestRework rework -> ApprovalRules.rework(rework, asking, grant);
            case Command.RecordPublication publication -> PublicationRules.published(incident, publication, asking);
            case Command.ScreenOut out -> ScreeningRules.screenOut(out, asking);
            case Command.Restore restore -> ScreeningRules.restore(restore, asking);
            case Command.DecideNoReaction none -> ScreeningRules.noReaction(none, asking);
            case Command.CorrectClassification correction -> ScreeningRules.correct(correction, asking);
            case Command.Undo ignored -> UndoRules.undo(asking);
            case StepCommand step -> StepRules.decide(incident, step, asking, grant);
            case PartCommand part -> PartRules.decide(incident, part, asking, grant);
        };
    }

    /** The steps that the caller may take now, in the order of the work. */
    public static List<Step> possible(Incident incident, Asking asking) {
        return Arrays.stream(Step.values())
                .filter(step -> step.isPossible(incident, asking.regulation()))
                .filter(step -> asking.grant(step, incident).isPresent())
                .toList();
    }

    /** Whether a possible step has to be taken by one of those who may. To begin is not where one may write: writing begins the work. */
    public static boolean isExpected(Step step, List<Step> possible, Incident incident, Regulation regulation) {
        return step.isDue(incident, regulation) && !(step == Step.START_WORK && possible.contains(Step.SUBMIT_DRAFT));
    }

    /** Whose queue the incident is in: everybody who has to do something with it now. */
    public static List<Seat> awaited(Incident incident, Regulation regulation) {
        return Arrays.stream(Step.values())
                .filter(step -> step.isDue(incident, regulation))
                .flatMap(step -> step.seats(incident, regulation).stream())
                .distinct()
                .toList();
    }

    /** The organs that are to write now. */
    public static List<String> writers(Incident incident) {
        return TermRules.writers(incident);
    }

    /** The kinds of reply that may be written now, in the order of the walk. */
    public static Set<ReplyKind> kinds(Incident incident) {
        return DraftRules.kinds(incident);
    }

    /** What whoever approves next has to tick before the draft of this incident goes out (LP-10); nothing where there is no draft. */
    public static List<ReplyRules.Check> checklist(Incident incident, Regulation regulation) {
        Incident.Draft draft = incident.draft();
        return draft != null && ApprovalRules.isLast(incident, regulation)
                ? ApprovalRules.checklist(incident, draft.kind(), regulation).toList()
                : List.of();
    }

    /** What the program found in that draft against the regulation, so that whoever approves next has to let it pass or send it back. */
    public static List<BindingFinding> bindingFindings(Incident incident, Asking asking) {
        Incident.Draft draft = incident.draft();
        return draft != null && ApprovalRules.isLast(incident, asking.regulation())
                ? CheckRules.found(draft, asking)
                : List.of();
    }

    private static String whoMay(Step step, List<Seat> seats, Asking asking) {
        String who = seats.stream()
                .map(seat -> role(seat, asking)
                        + (seat.organ() == null
                                ? ""
                                : " («" + asking.directory().name(seat.organ()) + "»)"))
                .distinct()
                .collect(Collectors.joining(", "));
        return "«%s» может: %s.".formatted(step.title(), who);
    }

    private static String role(Seat seat, Asking asking) {
        return asking.regulation()
                .profile()
                .roles()
                .getOrDefault(
                        otklik.regulation.Role.valueOf(seat.role().name()),
                        seat.role().wire());
    }

    private static String whenPossible(Step step, Incident incident) {
        if (step.states().contains(incident.state())) {
            return "«%s» сейчас ни от кого не ждут: обновите карточку, она покажет, что можно сделать."
                    .formatted(step.title());
        }
        return "«%s» возможно в состояниях: %s. Сейчас: %s."
                .formatted(
                        step.title(),
                        step.states().stream().map(Words::of).collect(Collectors.joining(", ")),
                        Words.of(incident.state()));
    }
}
