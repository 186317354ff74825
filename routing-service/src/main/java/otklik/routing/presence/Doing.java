package otklik.routing.presence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import otklik.web.Problem;

/** What somebody does with an incident that is open before them; the more of it, the later. */
public enum Doing {
    READING,
    WRITING;

    /** @throws Problem 400 if it is neither */
    @JsonCreator
    static Doing of(@Nullable String wire) {
        return Arrays.stream(values())
                .filter(doing -> doing.wire().equals(wire))
                .findFirst()
                .orElseThrow(
                        () -> Problem.badRequest("bad-presence", "Негодная отметка", "doing — reading или writing."));
    }

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
