package otklik.routing.incident.core;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.ReplyKind;

/** Commands of steps that only some regulations know. */
public sealed interface StepCommand extends Command {

    /**
     * A draft that came by e-mail (VP-13). {@code from}: who of the organ sent it and answers for it, by their login; {@code receivedAt}:
     * when it came. The rest as in {@link Command.SubmitDraft}.
     */
    record RecordEmailedDraft(
            ReplyKind kind,
            String text,
            String from,
            @Nullable Instant receivedAt,
            @Nullable List<UUID> attachments) implements StepCommand {
        public RecordEmailedDraft {
            kind = Objects.requireNonNullElse(kind, ReplyKind.FINAL);
            text = Command.text(text);
            from = Command.text(from);
        }

        @Override
        public Step step() {
            return Step.RECORD_EMAILED_DRAFT;
        }
    }

    /** Agrees a draft inside the organ (VP-16, LB-5, LP-9). {@code urgent}: as in {@link Command.SubmitDraft}. */
    record Agree(@Nullable Boolean urgent) implements StepCommand {
        @Override
        public Step step() {
            return Step.AGREE;
        }
    }

    /** Does not agree; the executor goes on. */
    record Decline(String comment) implements StepCommand {
        public Decline {
            comment = Command.text(comment);
        }

        @Override
        public Step step() {
            return Step.DECLINE;
        }
    }

    /** {@code attachments}: ids of the files that are to stand with it from now on; null leaves them as they are. */
    record EditDraft(String text, @Nullable List<UUID> attachments) implements StepCommand {
        public EditDraft(String text) {
            this(text, null);
        }

        public EditDraft {
            text = Command.text(text);
        }

        @Override
        public Step step() {
            return Step.EDIT_DRAFT;
        }
    }

    record ConfirmCompetence() implements StepCommand {
        @Override
        public Step step() {
            return Step.CONFIRM_COMPETENCE;
        }
    }

    record ReturnToCurator(String reason) implements StepCommand {
        public ReturnToCurator {
            reason = Command.text(reason);
        }

        @Override
        public Step step() {
            return Step.RETURN_TO_CURATOR;
        }
    }

    record HandDown(@Nullable String comment) implements StepCommand {
        @Override
        public Step step() {
            return Step.HAND_DOWN;
        }
    }

    record RecordAuthorAnswer(String text) implements StepCommand {
        public RecordAuthorAnswer {
            text = Command.text(text);
        }

        @Override
        public Step step() {
            return Step.RECORD_AUTHOR_ANSWER;
        }
    }

    /** It cannot be published by whoever has to (LB-8). */
    record TellUnpublished(String reason) implements StepCommand {
        public TellUnpublished {
            reason = Command.text(reason);
        }

        @Override
        public Step step() {
            return Step.TELL_UNPUBLISHED;
        }
    }

    /** Done without a public reply: there is no way to publish it (VP-20). */
    record CloseUnpublished(String reason) implements StepCommand {
        public CloseUnpublished {
            reason = Command.text(reason);
        }

        @Override
        public Step step() {
            return Step.CLOSE_UNPUBLISHED;
        }
    }

    /** The interim reply before days off was posted by hand (VP-10). */
    record RecordInterim(String url) implements StepCommand {
        public RecordInterim {
            url = Command.text(url);
        }

        @Override
        public Step step() {
            return Step.RECORD_INTERIM;
        }
    }

    record Reopen(String reason) implements StepCommand {
        public Reopen {
            reason = Command.text(reason);
        }

        @Override
        public Step step() {
            return Step.REOPEN;
        }
    }

    record LinkRepeat(@Nullable UUID earlier) implements StepCommand {
        @Override
        public Step step() {
            return Step.LINK_REPEAT;
        }
    }

    record MarkAppeal(String reason) implements StepCommand {
        public MarkAppeal {
            reason = Command.text(reason);
        }

        @Override
        public Step step() {
            return Step.MARK_APPEAL;
        }
    }

    /** Whoever was told of what is significant has read it (LP-22). */
    record Acknowledge() implements StepCommand {
        @Override
        public Step step() {
            return Step.ACKNOWLEDGE;
        }
    }

    /** It was passed on to whom the regulation names (LP-22). {@code note}: how, for instance by which memo. */
    record PassUp(String note) implements StepCommand {
        public PassUp {
            note = Command.text(note);
        }

        @Override
        public Step step() {
            return Step.PASS_UP;
        }
    }

    /** The answer is wanted sooner than the regulation wants it (LP-6). {@code dueAt}: when the executor's term ends. */
    record ShortenTerm(@Nullable Instant dueAt, String reason) implements StepCommand {
        public ShortenTerm {
            reason = Command.text(reason);
        }

        @Override
        public Step step() {
            return Step.SHORTEN_TERM;
        }
    }

    /**
     * When what an organ owes is due, where the regulation has no figure (LB-5). Beside the sending itself: {@link Command.Route}.
     * {@code organ}: empty for all that write now.
     */
    record SetTerm(String organ, @Nullable Instant dueAt) implements StepCommand {
        public SetTerm {
            organ = Command.text(organ);
        }

        @Override
        public Step step() {
            return Step.SET_TERM;
        }
    }
}
