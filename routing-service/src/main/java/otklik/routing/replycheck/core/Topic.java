package otklik.routing.replycheck.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.ReplyRules;

/**
 * What is looked at. The names are those that profiles use in {@code reply.checks}; where one regulation words it wider than another, it
 * lists several.
 */
public enum Topic {
    /** Markup, scripts and what nobody sees: no regulation speaks of it, and none lets it out; the command refuses it. */
    UNSAFE(Set.of()),
    GREETING(Set.of("greeting")),
    GRAMMAR(Set.of("grammar")),
    PARAGRAPHS(Set.of("paragraphs", "plain")),
    QUESTIONS(Set.of("questions", "substance", "complete")),
    DATES(Set.of("dates", "contacts")),
    /** Of an interim reply (VP-15). */
    TIME_NEEDED(Set.of("time-needed")),
    CONTACTS(Set.of("contacts")),
    OFFICIALESE(Set.of("plain", "format")),
    DISRESPECT(Set.of("respect", "format")),
    PERSONAL_DATA(Set.of("personal-data")),
    /** Names, plates and flats that may be a private person's or an official's (LB-9): nobody is refused for a guess. */
    THIRD_PARTIES(Set.of("personal-data")),
    LENGTH(Set.of("length", "format")),
    BOILERPLATE(Set.of("boilerplate", "substance", "plain")),
    /** AK-16, VP-12, KH-9, LB-9, LP-16. */
    ATTACHMENTS(Set.of("attachments", "photos"));

    private final Set<String> asked;

    Topic(Set<String> asked) {
        this.asked = asked;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The line of the regulation's checklist that asks for it in a reply of that kind: that of its own name, or where there is none a wider one. */
    public Optional<ReplyRules.Check> askedBy(ReplyRules rules, ReplyKind kind) {
        return rules.checks().stream()
                .filter(check -> check.id().equals(wire()))
                .findFirst()
                .or(() -> rules.checks().stream()
                        .filter(check -> asked.contains(check.id()))
                        .findFirst())
                .filter(check -> check.isAskedOf(ReplyRules.Kind.valueOf(kind.name())));
    }

    /** Whether no draft is taken with it, whatever the regulation. */
    public boolean isAlwaysRefused() {
        return this == UNSAFE;
    }

    /** Whether a regulation can have a reply refused for it; the others are guesses that a person looks at. */
    boolean canRefuse() {
        return this != THIRD_PARTIES;
    }

    /**
     * Whether one of these checks looks at that line of a checklist; the other lines are for the eye. So is that of the attachments: a program
     * sees that a photo is spoken of and missing, but not that there is one which nobody spoke of.
     */
    public static boolean looksAt(ReplyRules.Check check) {
        return Arrays.stream(values())
                .filter(topic -> topic != ATTACHMENTS)
                .anyMatch(topic -> topic.asked.contains(check.id()));
    }
}
