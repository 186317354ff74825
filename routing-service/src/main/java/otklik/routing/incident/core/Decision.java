package otklik.routing.incident.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules say to a command. */
public sealed interface Decision {

    /** Yes, and this came about. */
    record Accepted(List<Fact> facts) implements Decision {}

    /**
     * No. {@code detail} is Russian and says what to do; {@code clause} is the clause that forbids, if one does; {@code findings} are those in
     * a reply that it is refused for.
     */
    record Rejected(Reason reason, String detail, @Nullable String clause, List<BindingFinding> findings)
            implements Decision {

        public Rejected {
            findings = List.copyOf(findings);
        }

        public Rejected(Reason reason, String detail, @Nullable String clause) {
            this(reason, detail, clause, List.of());
        }
    }

    static Decision accept(Fact... facts) {
        return new Accepted(List.of(facts));
    }

    static Decision reject(Reason reason, String detail, @Nullable String clause) {
        return new Rejected(reason, detail, clause);
    }
}
