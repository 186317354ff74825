package otklik.bench.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Regulation;
import otklik.regulation.ReplyRules;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.core.Asking;
import otklik.routing.incident.core.Casework;
import otklik.routing.incident.core.Command;
import otklik.routing.incident.core.Decision;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.State;
import otklik.routing.incident.core.Step;
import otklik.routing.incident.core.StepCommand;

/**
 * The way of an incident from its registration to the published answer, as the rules of its regulation want it: found out once by asking the
 * service's own rules, then gone by many.
 */
record Way(List<Move> moves) {

    static final String REPLY =
            "Здравствуйте! Работы на этом участке внесены в план и будут выполнены до 25 декабря. О результате сообщим здесь же. "
                    + "Вопросы можно задать по телефону управления 8 (3852) 00-00-00.";

    private static final int LONGEST = 20;

    private static final List<Step> WANTED = List.of(
            Step.ROUTE,
            Step.CONFIRM_COMPETENCE,
            Step.START_WORK,
            Step.SUBMIT_DRAFT,
            Step.AGREE,
            Step.APPROVE,
            Step.RECORD_PUBLICATION);

    /** Steps that stay possible after they were taken. */
    private static final Set<Step> ONCE = EnumSet.of(Step.ROUTE, Step.CONFIRM_COMPETENCE);

    /** What somebody does. */
    record Move(Caller caller, Command command) {}

    /** What came of a move. */
    record Done(List<Fact> facts, Incident after, Grant by) {}

    /** @throws IllegalStateException if the rules lead nowhere */
    static Way of(Incident fresh, String organ, Regulation regulation, Directory directory) {
        List<Move> moves = new ArrayList<>();
        Set<Step> taken = EnumSet.noneOf(Step.class);
        Incident incident = fresh;
        while (moves.size() < LONGEST && !incident.state().isClosed() && !isOnItsWay(incident)) {
            Move move = next(incident, organ, regulation, directory, taken)
                    .orElseThrow(() -> new IllegalStateException("no way on in " + regulation.id()));
            taken.add(move.command().step());
            incident = go(incident, move, regulation, directory, Instant.now(), UUID.randomUUID())
                    .after();
            moves.add(move);
        }
        return new Way(moves);
    }

    /** The publisher posts it. */
    static boolean isOnItsWay(Incident incident) {
        return incident.state() == State.APPROVED && !incident.needsManualPublication();
    }

    /** What the rules make of the move. */
    static Done go(Incident incident, Move move, Regulation regulation, Directory directory, Instant at, UUID newId) {
        Asking asking = new Asking(move.caller(), regulation, directory, at, newId);
        return switch (Casework.decide(incident, move.command(), asking)) {
            case Decision.Accepted yes ->
                new Done(
                        yes.facts(),
                        incident.after(yes.facts()),
                        asking.grant(move.command().step(), incident).orElseThrow());
            case Decision.Rejected no -> throw new IllegalStateException(move.command() + ": " + no.detail());
        };
    }

    private static Optional<Move> next(
            Incident incident, String organ, Regulation regulation, Directory directory, Set<Step> taken) {
        for (Step step : WANTED) {
            if (ONCE.contains(step) && taken.contains(step)) {
                continue;
            }
            for (Caller caller : People.around(incident.jurisdiction(), organ)) {
                Asking asking = new Asking(caller, regulation, directory, Instant.now(), UUID.randomUUID());
                Command command = command(step, organ, incident, regulation);
                if (command != null
                        && Casework.possible(incident, asking).contains(step)
                        && Casework.decide(incident, command, asking) instanceof Decision.Accepted) {
                    return Optional.of(new Move(caller, command));
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Command command(Step step, String organ, Incident incident, Regulation regulation) {
        return switch (step) {
            case ROUTE -> new Command.Route(organ);
            case CONFIRM_COMPETENCE -> new StepCommand.ConfirmCompetence();
            case START_WORK -> new Command.StartWork();
            // Urgent drafts are taken at any hour.
            case SUBMIT_DRAFT -> new Command.SubmitDraft(ReplyKind.FINAL, REPLY, true, null);
            case AGREE -> new StepCommand.Agree(true);
            case APPROVE ->
                new Command.Approve(Casework.checklist(incident, regulation).stream()
                        .map(ReplyRules.Check::id)
                        .toList());
            case RECORD_PUBLICATION -> new Command.RecordPublication("https://vk.com/wall-1_77?reply=512");
            default -> null;
        };
    }
}
