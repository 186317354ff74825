package otklik.contracts.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a draft is to become: the answer, an interim answer (AK-13) or a question to the author (AK-9). */
public enum ReplyKind {
    FINAL,
    INTERIM,
    CLARIFICATION;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such kind */
    @JsonCreator
    public static ReplyKind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
