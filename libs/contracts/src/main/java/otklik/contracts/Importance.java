package otklik.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The importance category of an incident (AK-6); an elevated one may have shorter terms (VP-8, LP-6). */
public enum Importance {
    NORMAL,
    ELEVATED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if it is neither {@code normal} nor {@code elevated} */
    @JsonCreator
    public static Importance of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
