package otklik.routing.incident.core;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
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
    @JsonSubTypes.Type(value = Command.CorrectClassification.class, name = "CorrectClassification")
})
public sealed interface Command {

    /** The step that the command is; it says who may do it, and when. */
    Step step();

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    record Route(String organ) implements Command {
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

    record SubmitDraft(ReplyKind kind, String text) implements Command {
        public SubmitDraft {
            kind = Objects.requireNonNullElse(kind, ReplyKind.FINAL);
            text = Command.text(text);
        }

        @Override
        public Step step() {
            return Step.SUBMIT_DRAFT;
        }
    }

    record Approve() implements Command {
        @Override
        public Step step() {
            return Step.APPROVE;
        }
    }

    record RequestRework(List<String> reasons, @Nullable String comment) implements Command {
        public RequestRework {
            reasons = List.copyOf(Objects.requireNonNullElse(reasons, List.of()));
        }

        @Override
        public Step step() {
            return Step.REQUEST_REWORK;
        }
    }

    record RecordPublication(String url) implements Command {
        public RecordPublication {
            url = text(url);
        }

        @Override
        public Step step() {
            return Step.RECORD_PUBLICATION;
        }
    }

    record ScreenOut(String reason) implements Command {
        public ScreenOut {
            reason = text(reason);
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
}
