package otklik.regulation;

import java.util.List;

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

    /** One line of the checklist; {@code title} is Russian. */
    public record Check(String id, String title, String clause) {}

    /** One rung of the ladder of publication. */
    public record Fallback(Way way, String clause) {}

    /** Where a reply can go. */
    public enum Way {
        SAME_PAGE,
        OWN_PAGE_WITH_AUTHOR_LINK,
        PRIVATE_MESSAGE,
        TELL_CURATOR,
        CLOSED_WITH_REASON
    }
}
