package otklik.routing.template.core;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Role;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.core.TextSafety;

/** Who may write templates, and what may be saved. A template that is saved can always be filled in. */
public final class TemplateRules {

    /** More than any network takes, because blanks shrink and parts are cut. */
    private static final int LONGEST = 8000;

    private static final int LONGEST_WHOLE = 20_000;
    private static final int LONGEST_NAME = 120;

    /** As of an incident. */
    private static final int LONGEST_TOPIC = 2000;

    private TemplateRules() {}

    /** @param code of the problem */
    public record Refusal(String code, String detail, List<String> names) {}

    /** The curator and the controller for all, a responsible official for their own organ. */
    public static boolean mayWrite(Caller caller, String jurisdiction, @Nullable String organ) {
        return caller.has(jurisdiction, Role.CURATOR, Role.CONTROLLER, Role.ADMIN)
                || (organ != null
                        && caller.grant(jurisdiction, organ, Role.RESPONSIBLE).isPresent());
    }

    /**
     * Why it is not saved.
     *
     * @param others all of the jurisdiction; an older state of the same template among them is passed over
     */
    public static Optional<Refusal> refusal(Template template, List<Template> others, Directory directory) {
        Map<String, Template> all = byName(template, others);
        return Stream.<Function<Template, Optional<Refusal>>>of(
                        TemplateRules::unsafe,
                        TemplateRules::badName,
                        TemplateRules::badTopic,
                        each -> taken(each, others),
                        each -> badOrgan(each, directory),
                        TemplateRules::badText,
                        TemplateRules::badWords,
                        each -> unknownInclude(each, all),
                        each -> loop(each, all),
                        each -> swollen(all))
                .flatMap(rule -> rule.apply(template).stream())
                .findFirst();
    }

    /** Why it is not deleted: others include it. */
    public static Optional<Refusal> inUse(Template template, List<Template> others) {
        List<String> users = others.stream()
                .filter(other -> !other.id().equals(template.id()))
                .filter(other -> TemplateText.of(other.text()).includes().stream()
                        .anyMatch(name -> Template.key(name).equals(template.key())))
                .map(Template::name)
                .toList();
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "template-in-use",
                        "Его вставляют: " + String.join(", ", users) + ". Сначала уберите его оттуда.",
                        users));
    }

    private static Map<String, Template> byName(Template template, List<Template> others) {
        return Stream.concat(
                        Stream.of(template),
                        others.stream().filter(other -> !other.id().equals(template.id())))
                .collect(Collectors.toMap(Template::key, each -> each, (first, second) -> first));
    }

    /** Name and topic stand in lists, messages and other templates: what a text may not hold they may not either. */
    private static Optional<Refusal> unsafe(Template template) {
        return Stream.of(template.name(), template.topicGroup(), template.topic(), template.text())
                .flatMap(Stream::ofNullable)
                .flatMap(words -> TextSafety.objection(words).stream())
                .findFirst()
                .map(what -> new Refusal("text-unsafe", what, List.of()));
    }

    private static Optional<Refusal> badTopic(Template template) {
        return Stream.of(template.topicGroup(), template.topic())
                .flatMap(Stream::ofNullable)
                .filter(words -> words.length() > LONGEST_TOPIC)
                .findFirst()
                .map(words -> new Refusal(
                        "text-too-long",
                        "Группа тем и тема — не длиннее " + LONGEST_TOPIC + " знаков. Сократите.",
                        List.of()));
    }

    private static Optional<Refusal> badName(Template template) {
        String name = template.name();
        boolean fits = !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(character -> "{}:\n\r".indexOf(character) >= 0);
        return fits
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "bad-template-name",
                        "Название — от 1 до " + LONGEST_NAME + " знаков, без фигурных скобок и двоеточий.",
                        List.of()));
    }

    private static Optional<Refusal> taken(Template template, List<Template> others) {
        return others.stream()
                .filter(other ->
                        !other.id().equals(template.id()) && other.key().equals(template.key()))
                .findFirst()
                .map(other -> new Refusal(
                        "template-name-taken",
                        "Шаблон «" + other.name() + "» уже есть. Назовите этот иначе.",
                        List.of(other.name())));
    }

    private static Optional<Refusal> badOrgan(Template template, Directory directory) {
        String organ = template.organ();
        return organ == null || directory.find(template.jurisdiction(), organ).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "unknown-organ",
                        "Органа «" + organ + "» на этой территории нет. Уберите organ, если шаблон общий.",
                        List.of()));
    }

    private static Optional<Refusal> badText(Template template) {
        if (template.text().isBlank() || template.text().length() > LONGEST) {
            return Optional.of(new Refusal("bad-template-text", "Текст — от 1 до " + LONGEST + " знаков.", List.of()));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> badWords(Template template) {
        TemplateText text = TemplateText.of(template.text());
        if (!text.unknown().isEmpty()) {
            return Optional.of(new Refusal(
                    "unknown-placeholder",
                    "Неизвестно, что подставить вместо {%s}. Можно: {%s}, {впишите: что}, {шаблон: название}."
                            .formatted(String.join("}, {", text.unknown()), String.join("}, {", Placeholder.words())),
                    text.unknown()));
        }
        return text.stray()
                .map(words -> new Refusal(
                        "stray-brace", "В тексте фигурная скобка без пары. Закройте её или уберите.", List.of()));
    }

    private static Optional<Refusal> unknownInclude(Template template, Map<String, Template> all) {
        List<String> missing = TemplateText.of(template.text()).includes().stream()
                .filter(name -> !all.containsKey(Template.key(name)))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "unknown-template",
                        "Шаблона «" + String.join("», «", missing) + "» нет. Сначала создайте его.",
                        missing));
    }

    private static Optional<Refusal> loop(Template template, Map<String, Template> all) {
        return path(template, template, all, List.of(template.name()), new HashSet<>())
                .map(path -> new Refusal(
                        "template-loop",
                        "Шаблоны вставляют друг друга по кругу: " + String.join(" → ", path) + ". Разорвите круг.",
                        path));
    }

    /** From {@code at} back to {@code goal}, if there is a way; what was looked into once leads nowhere. */
    private static Optional<List<String>> path(
            Template at, Template goal, Map<String, Template> all, List<String> before, Set<String> seen) {
        for (String name : TemplateText.of(at.text()).includes()) {
            Template next = all.get(Template.key(name));
            if (next == null || !seen.add(next.key())) {
                continue;
            }
            List<String> so =
                    Stream.concat(before.stream(), Stream.of(next.name())).toList();
            Optional<List<String>> found =
                    next.id().equals(goal.id()) ? Optional.of(so) : path(next, goal, all, so, seen);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Also of those that include this one: parts within parts grow fast. */
    private static Optional<Refusal> swollen(Map<String, Template> all) {
        Map<String, Long> lengths = new HashMap<>();
        return all.values().stream()
                .filter(each -> length(each, all, lengths) > LONGEST_WHOLE)
                .findFirst()
                .map(each -> new Refusal(
                        "bad-template-text",
                        "Шаблон «" + each.name() + "» со всеми вставками длиннее " + LONGEST_WHOLE + " знаков.",
                        List.of(each.name())));
    }

    private static long length(Template template, Map<String, Template> all, Map<String, Long> lengths) {
        Long known = lengths.get(template.key());
        if (known != null) {
            return known;
        }
        long length = template.text().length();
        for (Piece piece : TemplateText.of(template.text()).pieces()) {
            Template part = piece instanceof Piece.Include include ? all.get(Template.key(include.name())) : null;
            length += part == null ? 0 : length(part, all, lengths);
        }
        long most = Math.min(length, Integer.MAX_VALUE);
        lengths.put(template.key(), most);
        return most;
    }
}
