package otklik.contracts.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a post is to be processed at all (AK-17, VP-22, KH-4, LP-17); screened posts are kept apart for review, never lost. */
public enum Screening {
    CLEAN,
    OBSCENE,
    INSULT,
    THREAT,
    ADVERTISING,
    NO_CONTENT,
    /** A curator decided; the reason says why. */
    JUDGED;

    /** Whether the post goes to work rather than to the review of screened posts. */
    public boolean passes() {
        return this == CLEAN;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Screening of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
