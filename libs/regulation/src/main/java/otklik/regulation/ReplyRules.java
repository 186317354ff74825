package otklik.regulation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reply must be and where it goes.
 *
 * @param maxParagraphs 0 where the regulation sets no limit; looked at in the kinds that the line {@code paragraphs} is asked of
 * @param fallbacks ways out, best first
 */
public record ReplyRules(int maxParagraphs, List<Check> checks, List<Fallback> fallbacks) {

    public ReplyRules {
        checks = List.copyOf(checks);
        fallbacks = List.copyOf(fallbacks);
    }

    /**
     * Lines of which the program that looks at a reply knows enough to refuse one: it needs the text only, and what it finds can be shown.
     * Spelling, style and whether a question was answered it only guesses.
     */
    public static final Set<String> REFUSABLE =
            Set.of("greeting", "paragraphs", "dates", "time-needed", "contacts", "personal-data");

    /** Those that are counted: they cannot be found by mistake, so the author can be refused, whom nobody could let pass. */
    public static final Set<String> COUNTED = Set.of("paragraphs");

    /**
     * One line of the checklist.
     *
     * @param title Russian
     * @param binding whether a reply goes out only when whoever approves has ticked it (LP-10)
     * @param kinds of replies that it is asked of
     * @param refusedAt from which step on a reply is refused in which the program finds something against the line; null: never, that is
     *     advice
     */
    public record Check(
            String id,
            String title,
            String clause,
            boolean binding,
            Set<Kind> kinds,
            @Nullable Gate refusedAt) {

        public Check {
            kinds = Set.copyOf(kinds);
        }

        public boolean isAskedOf(Kind kind) {
            return kinds.contains(kind);
        }
    }

    /** What a text is to become. */
    public enum Kind {
        FINAL,
        INTERIM,
        CLARIFICATION;

        static final Set<Kind> ALL = EnumSet.allOf(Kind.class);
    }

    /** A step that a reply gets past, earlier ones first; what is refused at one is refused at the later ones too. */
    public enum Gate {
        /** The author hands the draft in. */
        DRAFT,
        /** The last of those who approve lets it out. */
        APPROVAL
    }

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
