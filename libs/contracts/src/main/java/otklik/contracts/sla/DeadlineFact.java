package otklik.contracts.sla;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a deadline. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DeadlineFact.DeadlineSet.class, name = "deadline.set"),
    @JsonSubTypes.Type(value = DeadlineFact.DeadlineMet.class, name = "deadline.met"),
    @JsonSubTypes.Type(value = DeadlineFact.DeadlineMoved.class, name = "deadline.moved"),
    @JsonSubTypes.Type(value = DeadlineFact.DeadlineCancelled.class, name = "deadline.cancelled"),
    @JsonSubTypes.Type(value = DeadlineFact.DeadlineLapsed.class, name = "deadline.lapsed"),
    @JsonSubTypes.Type(value = DeadlineFact.DeadlineWarned.class, name = "deadline.warned"),
    @JsonSubTypes.Type(value = DeadlineFact.DeadlineBreached.class, name = "deadline.breached"),
    @JsonSubTypes.Type(value = DeadlineFact.DeadlineEscalated.class, name = "deadline.escalated"),
    @JsonSubTypes.Type(value = DeadlineFact.DeadlineReopened.class, name = "deadline.reopened")
})
public sealed interface DeadlineFact {

    /** A clock started. {@code explanation} is the proof as one Russian sentence. */
    record DeadlineSet(String explanation) implements DeadlineFact {}

    /** What was due was done. {@code late} if after the due instant. */
    record DeadlineMet(boolean late) implements DeadlineFact {}

    /** The due instant changed: importance, calendar or profile. */
    record DeadlineMoved(Instant previousDueAt, String explanation) implements DeadlineFact {}

    /** It is no longer due: the incident took another way. */
    record DeadlineCancelled(String reason) implements DeadlineFact {
        /** The reason where the step that started it was taken back: it never was. */
        public static final String UNDONE = "Шаг, с которого пошёл срок, отменён";
    }

    /** The time to make use of a right ran out (AK-7: to return); nobody failed. */
    record DeadlineLapsed() implements DeadlineFact {}

    /**
     * Part of the term is spent.
     *
     * @param percent of the term's own clock
     * @param lastSafe whether this is the last moment from which every later step may still take the whole of its own term; null = no
     */
    record DeadlineWarned(int percent, @Nullable Boolean lastSafe) implements DeadlineFact {
        public DeadlineWarned(int percent) {
            this(percent, null);
        }
    }

    /** The term ran out. */
    record DeadlineBreached() implements DeadlineFact {}

    /**
     * A breach was taken one step up the ladder.
     *
     * @param level role that is told now: executor, responsible, supervisor, leadership
     * @param nextLevel who is told next, null at the top
     * @param nextAt when, if nothing happens
     */
    record DeadlineEscalated(
            String level,
            @Nullable String nextLevel,
            @Nullable Instant nextAt) implements DeadlineFact {}

    /**
     * The step that met, cancelled or moved it was taken back: it is due again, as though the step had never been.
     *
     * @param warned whether its owner was warned before the step
     * @param breached whether its term had run out before the step
     */
    record DeadlineReopened(boolean warned, boolean breached) implements DeadlineFact {}
}
