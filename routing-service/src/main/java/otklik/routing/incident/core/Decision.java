package otklik.routing.incident.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules say to a command. */
public sealed interface Decision {

    /** Yes, and this came about. */
    record Accepted(List<Fact> facts) implements Decision {}

    /** No. {@code detail} is Russian and says what to do; {@code clause} is the clause that forbids, if one does. */
    record Rejected(Reason reason, String detail, @Nullable String clause) implements Decision {}

    static Decision accept(Fact... facts) {
        return new Accepted(List.of(facts));
    }

    static Decision reject(Reason reason, String detail, @Nullable String clause) {
        return new Rejected(reason, detail, clause);
    }
}
