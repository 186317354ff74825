package otklik.contracts.surge;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that happened with a surge. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SurgeFact.SurgeNoticed.class, name = "surge.noticed"),
    @JsonSubTypes.Type(value = SurgeFact.SurgeGrew.class, name = "surge.grew"),
    @JsonSubTypes.Type(value = SurgeFact.SurgeEnded.class, name = "surge.ended"),
    @JsonSubTypes.Type(value = SurgeFact.SurgeAcknowledged.class, name = "surge.acknowledged"),
    @JsonSubTypes.Type(value = SurgeFact.SurgePassedUp.class, name = "surge.passed-up")
})
public sealed interface SurgeFact {

    /**
     * Why it is a surge.
     *
     * @param authors different people who wrote; a message without an author counts for one
     * @param messages all that they wrote
     * @param from exclusive
     * @param to inclusive
     * @param usual how many people write within as long a time on average
     * @param threshold from so many people on it is a surge
     */
    record Counted(int authors, int messages, Instant from, Instant to, double usual, int threshold) {}

    /** It began: the leadership is to be told at once. */
    record SurgeNoticed(Counted counted) implements SurgeFact {}

    /**
     * It has grown so much that the leadership is to be told again.
     *
     * @param toldBefore how many people had written when it was last told
     */
    record SurgeGrew(Counted counted, int toldBefore) implements SurgeFact {}

    /**
     * It is over: few write any more.
     *
     * @param peak most people that wrote within the time that is counted
     */
    record SurgeEnded(int peak) implements SurgeFact {}

    /** Somebody of the leadership has taken note of it (LP-22). */
    record SurgeAcknowledged() implements SurgeFact {}

    /**
     * It was passed on to somebody above (LP-22).
     *
     * @param to their title, Russian
     * @param note how it was passed on, if that was said
     */
    record SurgePassedUp(String to, @Nullable String note) implements SurgeFact {}
}
