package otklik.routing.incident.core;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import otklik.regulation.ReplyRules;

/**
 * What the program found in a reply, where the regulation lets no such reply out. Advice is none of these.
 *
 * @param check what found it
 * @param clause that demands otherwise
 * @param gate from which step on a reply with it is refused
 * @param message one sentence, for people
 * @param place where in the text, null if it is about the whole
 * @param suggestion what to write or do instead
 */
public record BindingFinding(
        String check,
        String clause,
        @JsonIgnore ReplyRules.Gate gate,
        String message,
        @Nullable Span place,
        @Nullable String suggestion) {

    /** UTF-16 units from 0; {@code to} is exclusive. */
    public record Span(int from, int to) {}

    /** As in the answers of {@code replies:check}, where advice stands beside it. */
    @JsonProperty
    public boolean binding() {
        return true;
    }

    @JsonProperty
    public String refusedAt() {
        return gate.name().toLowerCase(Locale.ROOT);
    }

    String sentence() {
        return suggestion == null ? message : message + " " + suggestion;
    }
}
