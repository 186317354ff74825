package otklik.contracts.post;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of thing a citizen wrote. */
public enum PostKind {
    POST,
    COMMENT,
    MESSAGE;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static PostKind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
