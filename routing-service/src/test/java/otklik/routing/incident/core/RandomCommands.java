package otklik.routing.incident.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Importance;
import otklik.contracts.incident.Attachment;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.ReplyRules;
import otklik.regulation.Workflow;

/** Commands as people give them: mostly what is offered, sometimes nonsense, sometimes with the wrong words. */
final class RandomCommands {

    /** All that a seat has. */
    private static final List<Step> STEPS =
            Arrays.stream(Step.values()).filter(step -> step != Step.UNDO).toList();

    private final Random random;
    private final Instant now;

    RandomCommands(Random random, Instant now) {
        this.random = random;
        this.now = now;
    }

    <T> T one(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    Command next(Incident incident, Asking asking) {
        List<Step> offered = Casework.possible(incident, asking);
        Step step = offered.isEmpty() || random.nextInt(5) == 0 ? one(STEPS) : one(offered);
        return command(step, asking);
    }

    private String words() {
        return random.nextInt(6) == 0 ? " " : "Слова " + random.nextInt();
    }

    private String organ() {
        return one(List.of("a", "b", "c", "empty", "none", ""));
    }

    private List<String> organs() {
        List<String> all = new ArrayList<>(List.of("a", "b", "c"));
        Collections.shuffle(all, random);
        return all.subList(0, 1 + random.nextInt(3));
    }

    private List<String> reasons(Asking asking) {
        List<Workflow.ReworkReason> known =
                asking.regulation().workflow().rework().reasons();
        return random.nextInt(5) == 0 ? List.of("nonsense") : List.of(one(known).id());
    }

    private Command command(Step step, Asking asking) {
        return switch (step) {
            case ROUTE -> new Command.Route(organ());
            case ENGAGE_ORGANS ->
                new PartCommand.EngageOrgans(organs(), random.nextBoolean() ? null : one(List.of("a", "b")));
            case RETURN_TO_CURATOR -> new StepCommand.ReturnToCurator(words());
            case HAND_DOWN -> new StepCommand.HandDown(null);
            case CONFIRM_COMPETENCE -> new StepCommand.ConfirmCompetence();
            case RETURN -> new Command.Return(words());
            case START_WORK -> new Command.StartWork();
            case CONTRIBUTE -> new PartCommand.Contribute(words(), files(asking));
            case AGREE_CONTRIBUTION -> new PartCommand.AgreeContribution(organ());
            case DECLINE_CONTRIBUTION -> new PartCommand.DeclineContribution(organ(), words());
            case ACCEPT_CONTRIBUTION -> new PartCommand.AcceptContribution(organ());
            case REWORK_CONTRIBUTION -> new PartCommand.ReworkContribution(organ(), reasons(asking), null, dueAt());
            case SUBMIT_DRAFT ->
                new Command.SubmitDraft(
                        one(List.of(ReplyKind.values())), words(), random.nextBoolean(), null, files(asking));
            case AGREE -> new StepCommand.Agree(random.nextBoolean());
            case DECLINE -> new StepCommand.Decline(words());
            case EDIT_DRAFT -> new StepCommand.EditDraft(words(), files(asking));
            case APPROVE -> new Command.Approve(checked(asking));
            case REQUEST_REWORK -> new Command.RequestRework(reasons(asking), null, dueAt());
            case RECORD_PUBLICATION ->
                new Command.RecordPublication(random.nextBoolean() ? "https://vk.com/wall-1_1" : "нет");
            case RECORD_INTERIM -> new StepCommand.RecordInterim("https://vk.com/wall-1_1");
            case CLOSE_UNPUBLISHED -> new StepCommand.CloseUnpublished("");
            case RECORD_AUTHOR_ANSWER -> new StepCommand.RecordAuthorAnswer(words());
            case SCREEN_OUT -> new Command.ScreenOut(random.nextInt(4) == 0 ? "угрозы" : "");
            case RESTORE -> new Command.Restore(words());
            case DECIDE_NO_REACTION -> new Command.DecideNoReaction(random.nextInt(4) == 0 ? "нет вопроса" : "");
            case CORRECT_CLASSIFICATION ->
                new Command.CorrectClassification("ЖКХ", "Отопление", null, one(List.of(Importance.values())));
            case LINK_REPEAT -> new StepCommand.LinkRepeat(random.nextBoolean() ? null : UUID.randomUUID());
            case MARK_APPEAL -> new StepCommand.MarkAppeal(words());
            case ACKNOWLEDGE -> new StepCommand.Acknowledge();
            case PASS_UP -> new StepCommand.PassUp(words());
            case REOPEN -> new StepCommand.Reopen(words());
            case UNDO -> new Command.Undo();
        };
    }

    /** Some of the files that are there, now and then one that is not. */
    private @Nullable List<UUID> files(Asking asking) {
        List<UUID> there = new ArrayList<>(
                asking.files().known().stream().map(Attachment::id).toList());
        if (random.nextInt(8) == 0) {
            there.add(UUID.randomUUID());
        }
        Collections.shuffle(there, random);
        return random.nextInt(3) == 0 ? null : there.subList(0, random.nextInt(there.size() + 1));
    }

    private List<String> checked(Asking asking) {
        return random.nextInt(4) == 0
                ? List.of()
                : asking.regulation().profile().reply().checks().stream()
                        .map(ReplyRules.Check::id)
                        .toList();
    }

    private @Nullable Instant dueAt() {
        return random.nextInt(3) == 0 ? null : now.plus(Duration.ofHours(random.nextInt(4)));
    }
}
