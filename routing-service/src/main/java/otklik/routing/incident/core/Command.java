package otklik.routing.incident.core;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Importance;
import otklik.contracts.incident.ReplyKind;

/** What a person asks to be done. On the wire: {@code {"type":"Route","organ":"…"}}. Absent texts are read as empty and refused by the rules. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Command.Route.class, name = "Route"),
    @JsonSubTypes.Type(value = Command.Return.class, name = "Return"),
    @JsonSubTypes.Type(value = Command.StartWork.class, name = "StartWork"),
    @JsonSubTypes.Type(value = Command.SubmitDraft.class, name = "SubmitDraft"),
    @JsonSubTypes.Type(value = Command.Approve.class, name = "Approve"),
    @JsonSubTypes.Type(value = Command.RequestRework.class, name = "RequestRework"),
    @JsonSubTypes.Type(value = Command.RecordPublication.class, name = "RecordPublication"),
    @JsonSubTypes.Type(value = Command.ScreenOut.class, name = "ScreenOut"),
    @JsonSubTypes.Type(value = Command.Restore.class, name = "Restore"),
    @JsonSubTypes.Type(value = Command.DecideNoReaction.class, name = "DecideNoReaction"),
    @JsonSubTypes.Type(value = Command.CorrectClassification.class, name = "CorrectClassification"),
    @JsonSubTypes.Type(value = Command.Undo.class, name = "Undo"),
    @JsonSubTypes.Type(value = StepCommand.Agree.class, name = "Agree"),
    @JsonSubTypes.Type(value = StepCommand.Decline.class, name = "Decline"),
    @JsonSubTypes.Type(value = StepCommand.EditDraft.class, name = "EditDraft"),
    @JsonSubTypes.Type(value = StepCommand.ConfirmCompetence.class, name = "ConfirmCompetence"),
    @JsonSubTypes.Type(value = StepCommand.ReturnToCurator.class, name = "ReturnToCurator"),
    @JsonSubTypes.Type(value = StepCommand.HandDown.class, name = "HandDown"),
    @JsonSubTypes.Type(value = StepCommand.RecordAuthorAnswer.class, name = "RecordAuthorAnswer"),
    @JsonSubTypes.Type(value = StepCommand.TellUnpublished.class, name = "TellUnpublished"),
    @JsonSubTypes.Type(value = StepCommand.CloseUnpublished.class, name = "CloseUnpublished"),
    @JsonSubTypes.Type(value = StepCommand.RecordInterim.class, name = "RecordInterim"),
    @JsonSubTypes.Type(value = StepCommand.Reopen.class, name = "Reopen"),
    @JsonSubTypes.Type(value = StepCommand.LinkRepeat.class, name = "LinkRepeat"),
    @JsonSubTypes.Type(value = StepCommand.MarkAppeal.class, name = "MarkAppeal"),
    @JsonSubTypes.Type(value = StepCommand.Acknowledge.class, name = "Acknowledge"),
    @JsonSubTypes.Type(value = StepCommand.PassUp.class, name = "PassUp"),
    @JsonSubTypes.Type(value = StepCommand.ShortenTerm.class, name = "ShortenTerm"),
    @JsonSubTypes.Type(value = StepCommand.SetTerm.class, name = "SetTerm"),
    @JsonSubTypes.Type(value = StepCommand.RecordEmailedDraft.class, name = "RecordEmailedDraft"),
    @JsonSubTypes.Type(value = PartCommand.EngageOrgans.class, name = "EngageOrgans"),
    @JsonSubTypes.Type(value = PartCommand.Contribute.class, name = "Contribute"),
    @JsonSubTypes.Type(value = PartCommand.AgreeContribution.class, name = "AgreeContribution"),
    @JsonSubTypes.Type(value = PartCommand.DeclineContribution.class, name = "DeclineContribution"),
    @JsonSubTypes.Type(value = PartCommand.AcceptContribution.class, name = "AcceptContribution"),
    @JsonSubTypes.Type(value = PartCommand.ReworkContribution.class, name = "ReworkContribution")
})
public sealed interface Command
        permits Command.Route,
                Command.Return,
                Command.StartWork,
                Command.SubmitDraft,
                Command.Approve,
                Command.RequestRework,
                Command.RecordPublication,
                Command.ScreenOut,
                Command.Restore,
                Command.DecideNoReaction,
                Command.CorrectClassification,
                Command.Undo,
                StepCommand,
                PartCommand {

    /** The step that the command is; it says who may do it, and when. */
    Step step();

    /** Never null, without blanks around it. */
    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    /** {@code dueAt}: when its answer is due, where that is for whoever sends to set (LB-5). */
    record Route(String organ, @Nullable Instant dueAt) implements Command {
        public Route(String organ) {
            this(organ, null);
        }

        public Route {
            organ = text(organ);
        }

        @Override
        public Step step() {
            return Step.ROUTE;
        }
    }

    record Return(String reason) implements Command {
        public Return {
            reason = text(reason);
        }

        @Override
        public Step step() {
            return Step.RETURN;
        }
    }

    record StartWork() implements Command {
        @Override
        public Step step() {
            return Step.START_WORK;
        }
    }

    /**
     * {@code urgent}: to be approved at once, also outside the hours for that (VP-10). {@code attachments}: ids of uploaded files, in the
     * order in which they are to stand (AK-16). A draft in an e-mail: {@link StepCommand.RecordEmailedDraft}.
     */
    record SubmitDraft(
            ReplyKind kind,
            String text,
            @Nullable Boolean urgent,
            @Nullable List<UUID> attachments) implements Command {
        public SubmitDraft(ReplyKind kind, String text) {
            this(kind, text, null, null);
        }

        public SubmitDraft {
            kind = Objects.requireNonNullElse(kind, ReplyKind.FINAL);
            text = Command.text(text);
        }

        @Override
        public Step step() {
            return Step.SUBMIT_DRAFT;
        }
    }

    /**
     * {@code checked}: ids of the lines of the checklist that the approver ticked (LP-10). {@code letPass}: binding findings in which the
     * program is mistaken.
     */
    record Approve(
            List<String> checked,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Excuse> letPass) implements Command {
        public Approve() {
            this(List.of());
        }

        public Approve(List<String> checked) {
            this(checked, List.of());
        }

        public Approve {
            checked = List.copyOf(Objects.requireNonNullElse(checked, List.of()));
            letPass = List.copyOf(Objects.requireNonNullElse(letPass, List.of()));
        }

        @Override
        public Step step() {
            return Step.APPROVE;
        }
    }

    /** Why all that the check found may go out. */
    record Excuse(String check, String reason) {
        public Excuse {
            check = text(check);
            reason = text(reason);
        }
    }

    /** {@code dueAt}: by when, where whoever asks sets that (LB-6). */
    record RequestRework(
            List<String> reasons,
            @Nullable String comment,
            @Nullable Instant dueAt) implements Command {
        public RequestRework(List<String> reasons, @Nullable String comment) {
            this(reasons, comment, null);
        }

        public RequestRework {
            reasons = List.copyOf(Objects.requireNonNullElse(reasons, List.of()));
        }

        @Override
        public Step step() {
            return Step.REQUEST_REWORK;
        }
    }

    /** {@code publishedAt}: when it was posted, where that was before it is recorded. */
    record RecordPublication(String url, @Nullable Instant publishedAt) implements Command {
        public RecordPublication(String url) {
            this(url, null);
        }

        public RecordPublication {
            url = text(url);
        }

        @Override
        public Step step() {
            return Step.RECORD_PUBLICATION;
        }
    }

    /** {@code ground}: id of one of those that the regulation names (AK-17). */
    record ScreenOut(String ground, @Nullable String comment) implements Command {
        public ScreenOut {
            ground = text(ground);
        }

        @Override
        public Step step() {
            return Step.SCREEN_OUT;
        }
    }

    record Restore(String reason) implements Command {
        public Restore {
            reason = text(reason);
        }

        @Override
        public Step step() {
            return Step.RESTORE;
        }
    }

    record DecideNoReaction(String reason) implements Command {
        public DecideNoReaction {
            reason = text(reason);
        }

        @Override
        public Step step() {
            return Step.DECIDE_NO_REACTION;
        }
    }

    record CorrectClassification(
            String topicGroup, String topic, @Nullable String location, Importance importance) implements Command {
        public CorrectClassification {
            topicGroup = text(topicGroup);
            topic = text(topic);
            importance = Objects.requireNonNullElse(importance, Importance.NORMAL);
        }

        @Override
        public Step step() {
            return Step.CORRECT_CLASSIFICATION;
        }
    }

    /** Takes back one's own last step, while that is still possible: see {@link UndoRules}. */
    record Undo() implements Command {
        @Override
        public Step step() {
            return Step.UNDO;
        }
    }
}
