package otklik.regulation;

import java.util.List;
import java.util.Optional;

/**
 * What a reply must be and where it goes.
 *
 * @param maxParagraphs 0 where the regulation sets no limit
 * @param fallbacks ways out, best first
 */
public record ReplyRules(int maxParagraphs, List<Check> checks, List<Fallback> fallbacks) {

    public ReplyRules {
        checks = List.copyOf(checks);
        fallbacks = List.copyOf(fallbacks);
    }

    /** One line of the checklist; {@code title} is Russian. A reply goes out only when every {@code binding} one was ticked (LP-10). */
    public record Check(String id, String title, String clause, boolean binding) {}

    /** One rung of the ladder of publication. */
    public record Fallback(Way way, String clause) {}

    /** The rung of that kind, where the regulation has it. */
    public Optional<Fallback> fallback(Way way) {
        return fallbacks.stream().filter(rung -> rung.way() == way).findFirst();
    }

    /** Where a reply can go. */
    public enum Way {
        SAME_PAGE,
        OWN_PAGE_WITH_AUTHOR_LINK,
        PRIVATE_MESSAGE,
        TELL_CURATOR,
        CLOSED_WITH_REASON
    }
}
