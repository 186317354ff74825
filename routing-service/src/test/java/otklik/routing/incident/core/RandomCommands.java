package otklik.routing.incident.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Importance;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Regulation;
import otklik.regulation.ReplyRules;
import otklik.regulation.Workflow;

/** Commands as people give them: mostly sound, sometimes nonsense, sometimes with the wrong words. */
public final class RandomCommands {

    private final Random random;
    private final List<String> organs;
    private final List<String> noOrgans;

    /**
     * @param organs that can have an incident
     * @param noOrgans what people may name as one nevertheless
     */
    public RandomCommands(Random random, List<String> organs, List<String> noOrgans) {
        this.random = random;
        this.organs = organs;
        this.noOrgans = noOrgans;
    }

    /**
     * What whoever gives a command has before them.
     *
     * @param incidents that can be named as earlier ones
     * @param files that were uploaded
     * @param people logins of those who write drafts
     */
    public record Known(
            Regulation regulation, Instant now, List<UUID> incidents, List<UUID> files, List<String> people) {}

    public <T> T one(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    private String words() {
        return random.nextInt(6) == 0 ? " " : "Слова " + random.nextInt();
    }

    /** Some break every check that binds, others none. */
    private String reply() {
        return switch (random.nextInt(10)) {
            case 0 -> words();
            case 1, 2, 3 -> "Ждите.\n\nСосед из кв. 5 тоже ждёт.\n\n" + words();
            default -> "Здравствуйте! Сделаем до 15 мая, телефон 8 (4212) 40-21-21. " + words();
        };
    }

    /** For all that can be found, for some of it, or without saying why. */
    private List<Command.Excuse> excuses() {
        return switch (random.nextInt(6)) {
            case 0 -> List.of();
            case 1 -> List.of(new Command.Excuse("greeting", words()), new Command.Excuse("dates", words()));
            default ->
                ReplyRules.REFUSABLE.stream()
                        .sorted()
                        .map(check -> new Command.Excuse(check, "Программа ошиблась"))
                        .toList();
        };
    }

    private String organ() {
        return random.nextInt(6) == 0 ? one(noOrgans) : one(organs);
    }

    private List<String> several() {
        List<String> all = new ArrayList<>(organs);
        Collections.shuffle(all, random);
        return all.subList(0, 1 + random.nextInt(all.size()));
    }

    private PartCommand.EngageOrgans engagement(Instant now) {
        return new PartCommand.EngageOrgans(
                several(),
                random.nextBoolean() ? null : one(organs),
                random.nextInt(3) > 0 ? null : several(),
                random.nextInt(3) > 0 ? null : dueAt(now));
    }

    private List<String> reasons(Regulation regulation) {
        List<Workflow.ReworkReason> named = regulation.workflow().rework().reasons();
        return random.nextInt(5) == 0 ? List.of("nonsense") : List.of(one(named).id());
    }

    public Command command(Step step, Known known) {
        return switch (step) {
            case ROUTE -> new Command.Route(organ(), random.nextInt(3) > 0 ? null : dueAt(known.now()));
            case ENGAGE_ORGANS -> engagement(known.now());
            case RETURN_TO_CURATOR -> new StepCommand.ReturnToCurator(words());
            case HAND_DOWN -> new StepCommand.HandDown(null);
            case CONFIRM_COMPETENCE -> new StepCommand.ConfirmCompetence();
            case RETURN -> new Command.Return(words());
            case START_WORK -> new Command.StartWork();
            case CONTRIBUTE -> new PartCommand.Contribute(words(), files(known.files()));
            case AGREE_CONTRIBUTION -> new PartCommand.AgreeContribution(organ());
            case DECLINE_CONTRIBUTION -> new PartCommand.DeclineContribution(organ(), words());
            case ACCEPT_CONTRIBUTION -> new PartCommand.AcceptContribution(organ());
            case REWORK_CONTRIBUTION ->
                new PartCommand.ReworkContribution(organ(), reasons(known.regulation()), null, dueAt(known.now()));
            case SUBMIT_DRAFT ->
                new Command.SubmitDraft(
                        one(List.of(ReplyKind.values())), reply(), random.nextBoolean(), files(known.files()));
            case RECORD_EMAILED_DRAFT ->
                new StepCommand.RecordEmailedDraft(
                        one(List.of(ReplyKind.values())),
                        reply(),
                        random.nextInt(6) == 0 ? "nobody" : one(known.people()),
                        random.nextInt(6) == 0 ? null : known.now(),
                        files(known.files()));
            case AGREE -> new StepCommand.Agree(random.nextBoolean());
            case DECLINE -> new StepCommand.Decline(words());
            case EDIT_DRAFT -> new StepCommand.EditDraft(reply(), files(known.files()));
            case APPROVE -> new Command.Approve(checked(known.regulation()), excuses());
            case REQUEST_REWORK -> new Command.RequestRework(reasons(known.regulation()), null, dueAt(known.now()));
            case RECORD_PUBLICATION ->
                new Command.RecordPublication(
                        random.nextBoolean() ? "https://vk.com/wall-1_1" : "нет",
                        random.nextInt(4) > 0 ? null : known.now().plusSeconds(random.nextInt(-600, 60)));
            case RECORD_INTERIM -> new StepCommand.RecordInterim("https://vk.com/wall-1_1");
            case TELL_UNPUBLISHED -> new StepCommand.TellUnpublished(words());
            case CLOSE_UNPUBLISHED -> new StepCommand.CloseUnpublished("");
            case RECORD_AUTHOR_ANSWER -> new StepCommand.RecordAuthorAnswer(words());
            case SCREEN_OUT -> new Command.ScreenOut(random.nextInt(4) == 0 ? "threat" : "no-ground", null);
            case RESTORE -> new Command.Restore(words());
            case DECIDE_NO_REACTION -> new Command.DecideNoReaction(random.nextInt(4) == 0 ? "нет вопроса" : "");
            case CORRECT_CLASSIFICATION ->
                new Command.CorrectClassification("ЖКХ", "Отопление", null, one(List.of(Importance.values())));
            case LINK_REPEAT -> new StepCommand.LinkRepeat(earlier(known.incidents()));
            case MARK_APPEAL -> new StepCommand.MarkAppeal(words());
            case ACKNOWLEDGE -> new StepCommand.Acknowledge();
            case PASS_UP -> new StepCommand.PassUp(words());
            case SET_TERM -> new StepCommand.SetTerm(random.nextBoolean() ? "" : organ(), dueAt(known.now()));
            case SHORTEN_TERM -> new StepCommand.ShortenTerm(dueAt(known.now()), words());
            case REOPEN -> new StepCommand.Reopen(words());
            case UNDO -> new Command.Undo();
        };
    }

    /** Mostly one that is there; it need not be earlier. */
    private @Nullable UUID earlier(List<UUID> incidents) {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> id();
            default -> incidents.isEmpty() ? null : one(incidents);
        };
    }

    /** Some of the files that are there, now and then one that is not. */
    private @Nullable List<UUID> files(List<UUID> uploaded) {
        List<UUID> there = new ArrayList<>(uploaded);
        if (random.nextInt(8) == 0) {
            there.add(id());
        }
        Collections.shuffle(there, random);
        return random.nextInt(3) == 0 ? null : there.subList(0, random.nextInt(there.size() + 1));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private List<String> checked(Regulation regulation) {
        return random.nextInt(4) == 0
                ? List.of()
                : regulation.profile().reply().checks().stream()
                        .map(ReplyRules.Check::id)
                        .toList();
    }

    private @Nullable Instant dueAt(Instant now) {
        return random.nextInt(3) == 0 ? null : now.plus(Duration.ofHours(random.nextInt(4)));
    }
}
