package otklik.contracts.post;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** By which way a post came in. */
public enum Origin {
    WEBHOOK,
    API;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Origin of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
