package otklik.routing.incident.core;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words that go with a step: reasons, comments, topics, places, links. They stand in the trail, in queues, in letters and in the evidence
 * pack, so what makes a text dangerous is refused in them too. Texts that go out have their own rule ({@link Texts}).
 */
final class Notes {

    /** Characters of one note. */
    static final int LONGEST = 2000;

    private Notes() {}

    /** The refusal of a command for its notes, if it is to be refused. */
    static Optional<Decision> refusal(Command command, @Nullable String clause) {
        return of(command)
                .flatMap(note -> Stream.ofNullable(note))
                .flatMap(note -> objection(note, clause).stream())
                .findFirst();
    }

    private static Optional<Decision> objection(String note, @Nullable String clause) {
        return note.length() > LONGEST
                ? Optional.of(Decision.reject(
                        Reason.TEXT_TOO_LONG,
                        "Слишком длинно: знаков %d, а можно не больше %d. Сократите.".formatted(note.length(), LONGEST),
                        clause))
                : TextSafety.objection(note).map(what -> Decision.reject(Reason.TEXT_UNSAFE, what, clause));
    }

    private static Stream<@Nullable String> of(Command command) {
        return switch (command) {
            case Command.Return back -> Stream.of(back.reason());
            case Command.RequestRework rework -> with(rework.comment(), rework.reasons().stream());
            case Command.RecordPublication done -> Stream.of(done.url());
            case Command.ScreenOut out -> with(out.comment(), Stream.of(out.ground()));
            case Command.Restore restore -> Stream.of(restore.reason());
            case Command.DecideNoReaction none -> Stream.of(none.reason());
            case Command.CorrectClassification is -> with(is.location(), Stream.of(is.topicGroup(), is.topic()));
            case Command.Approve approve ->
                Stream.concat(
                        approve.checked().stream(),
                        approve.letPass().stream().flatMap(excuse -> Stream.of(excuse.check(), excuse.reason())));
            case Command.Route ignored -> Stream.empty();
            case Command.StartWork ignored -> Stream.empty();
            case Command.SubmitDraft ignored -> Stream.empty();
            case Command.Undo ignored -> Stream.empty();
            case StepCommand step -> of(step);
            case PartCommand part -> of(part);
        };
    }

    private static Stream<@Nullable String> of(StepCommand command) {
        return switch (command) {
            case StepCommand.Decline no -> Stream.of(no.comment());
            case StepCommand.ReturnToCurator back -> Stream.of(back.reason());
            case StepCommand.HandDown down -> with(down.comment(), Stream.empty());
            case StepCommand.TellUnpublished told -> Stream.of(told.reason());
            case StepCommand.CloseUnpublished close -> Stream.of(close.reason());
            case StepCommand.RecordInterim done -> Stream.of(done.url());
            case StepCommand.Reopen again -> Stream.of(again.reason());
            case StepCommand.MarkAppeal appeal -> Stream.of(appeal.reason());
            case StepCommand.RecordEmailedDraft draft -> Stream.of(draft.from());
            case StepCommand.PassUp passed -> Stream.of(passed.note());
            case StepCommand.ShortenTerm sooner -> Stream.of(sooner.reason());
            case StepCommand.SetTerm ignored -> Stream.empty();
            case StepCommand.Acknowledge ignored -> Stream.empty();
            case StepCommand.Agree ignored -> Stream.empty();
            case StepCommand.EditDraft ignored -> Stream.empty();
            case StepCommand.ConfirmCompetence ignored -> Stream.empty();
            case StepCommand.RecordAuthorAnswer ignored -> Stream.empty();
            case StepCommand.LinkRepeat ignored -> Stream.empty();
        };
    }

    private static Stream<@Nullable String> of(PartCommand command) {
        return switch (command) {
            case PartCommand.DeclineContribution no -> Stream.of(no.comment());
            case PartCommand.ReworkContribution rework -> with(rework.comment(), rework.reasons().stream());
            case PartCommand.EngageOrgans ignored -> Stream.empty();
            case PartCommand.Contribute ignored -> Stream.empty();
            case PartCommand.AgreeContribution ignored -> Stream.empty();
            case PartCommand.AcceptContribution ignored -> Stream.empty();
        };
    }

    private static Stream<@Nullable String> with(@Nullable String note, Stream<String> others) {
        return Stream.concat(Stream.of(note == null ? "" : note), others);
    }
}
