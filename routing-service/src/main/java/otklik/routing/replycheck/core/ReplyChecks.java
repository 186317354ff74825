package otklik.routing.replycheck.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import otklik.contracts.Channel;
import otklik.regulation.ReplyRules;
import otklik.routing.incident.core.TextSafety;

/**
 * All that is looked at in a reply. Most of it is advice; what binds, the regulation says ({@code refused-at}), and {@link BindingChecks} picks
 * it out. Thread-safe if the grammar is.
 */
public final class ReplyChecks {

    /**
     * Characters that fit into one reply; the networks' own documents (of Facebook and Instagram their help pages, for comments), and for VK,
     * which tells none, the length that always went through.
     */
    private static final Map<Channel, Integer> LONGEST = Map.of(
            Channel.VK, 4096,
            Channel.OK, 3000,
            Channel.TELEGRAM, 4096,
            Channel.MAX, 4000,
            Channel.FACEBOOK, 8000,
            Channel.INSTAGRAM, 2200,
            Channel.TWITTER, 280);

    private final Grammar grammar;
    private final Wording wording;
    private final Phrases officialese;
    private final Phrases disrespect;

    public ReplyChecks(Grammar grammar, Stems stems, Phrases officialese, Phrases disrespect) {
        this.grammar = grammar;
        this.wording = new Wording(stems);
        this.officialese = officialese;
        this.disrespect = disrespect;
    }

    /** In the order of {@link Topic}. */
    public List<Finding> findings(Draft draft, ReplyRules rules) {
        List<Finding> all = byForm(draft, rules);
        all.addAll(unsafe(draft));
        all.addAll(grammar.findings(draft.text()));
        all.addAll(wording.questions(draft));
        all.addAll(officialese.in(draft.text(), Topic.OFFICIALESE, "«%s» — канцелярит."));
        all.addAll(disrespect.in(draft.text(), Topic.DISRESPECT, "«%s» может обидеть."));
        all.addAll(length(draft));
        all.addAll(wording.boilerplate(draft));
        all.addAll(Patterns.attachments(draft));
        all.addAll(ThirdParties.in(draft));
        all.sort(Comparator.comparing(Finding::check));
        return all;
    }

    /** What can be seen by the form of the words alone, at once: all that a regulation can make binding. */
    static List<Finding> byForm(Draft draft, ReplyRules rules) {
        List<Finding> all = new ArrayList<>(Patterns.greeting(draft));
        all.addAll(paragraphs(draft, rules));
        all.addAll(when(draft, rules));
        if (Topic.CONTACTS.askedBy(rules, draft.kind()).isPresent()) {
            all.addAll(Patterns.contacts(draft));
        }
        all.addAll(Patterns.personalData(draft));
        return all;
    }

    /** When it will be, or in an interim reply how long that takes to find out (VP-15); a question to the author promises nothing. */
    private static List<Finding> when(Draft draft, ReplyRules rules) {
        return switch (draft.kind()) {
            case FINAL -> Patterns.dates(draft);
            case INTERIM ->
                Topic.TIME_NEEDED.askedBy(rules, draft.kind()).isPresent()
                        ? Patterns.timeNeeded(draft)
                        : Patterns.dates(draft);
            case CLARIFICATION -> List.of();
        };
    }

    /** The same that the command refuses ({@code text-unsafe}), so that nobody learns of it only then. */
    private static List<Finding> unsafe(Draft draft) {
        return TextSafety.find(draft.text())
                .map(found -> new Finding(
                        Topic.UNSAFE,
                        found.objection(),
                        new Place(found.from(), found.to()),
                        "Уберите это место и наберите его заново простым текстом."))
                .stream()
                .toList();
    }

    /** VP-12; a question to the author is no answer, and may be longer. */
    private static List<Finding> paragraphs(Draft draft, ReplyRules rules) {
        int most = rules.maxParagraphs();
        List<Place> paragraphs = draft.paragraphs();
        int there = paragraphs.size();
        return most == 0
                        || there <= most
                        || Topic.PARAGRAPHS.askedBy(rules, draft.kind()).isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Topic.PARAGRAPHS,
                        "Абзацев " + there + ", а по регламенту не больше " + most + ".",
                        paragraphs.get(most),
                        "Соедините абзацы и оставьте главное."));
    }

    private static List<Finding> length(Draft draft) {
        Integer longest = draft.channel() == null ? null : LONGEST.get(draft.channel());
        int there = draft.text().codePointCount(0, draft.text().length());
        return longest == null || there <= longest
                ? List.of()
                : List.of(new Finding(
                        Topic.LENGTH,
                        "Знаков " + there + ", а сюда помещается " + longest + ".",
                        new Place(
                                draft.text().offsetByCodePoints(0, longest),
                                draft.text().length()),
                        "Сократите или дайте ссылку на подробности."));
    }
}
