package otklik.routing.template.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills a template in. What is not known stands in square brackets, and where it stands is told, so that a person can go there. */
public final class Filling {

    private final Map<Placeholder, String> values;
    private final Map<String, Template> parts;
    private final StringBuilder text = new StringBuilder();
    private final List<Unfilled> unfilled = new ArrayList<>();

    private Filling(Map<Placeholder, String> values, Map<String, Template> parts) {
        this.values = values;
        this.parts = parts;
    }

    /**
     * A place that a person has to fill.
     *
     * @param name the placeholder, null where the template itself leaves a blank
     * @param what for people
     * @param from inclusive, in UTF-16 units of the text
     * @param to exclusive
     */
    public record Unfilled(@Nullable String name, String what, int from, int to) {}

    /** The text, and what could not be filled, in its order. */
    public record Filled(String text, List<Unfilled> unfilled) {}

    /** @param all templates of the jurisdiction, for those that are included */
    public static Filled fill(Template template, Map<Placeholder, String> values, List<Template> all) {
        Map<String, Template> parts = new HashMap<>();
        all.forEach(each -> parts.put(each.key(), each));
        Filling filling = new Filling(values, parts);
        filling.add(template);
        return new Filled(filling.text.toString(), List.copyOf(filling.unfilled));
    }

    /** What is saved has no loops and a length, so this ends. */
    private void add(Template template) {
        for (Piece piece : TemplateText.of(template.text()).pieces()) {
            switch (piece) {
                case Piece.Words words -> text.append(words.text());
                case Piece.Value value ->
                    Optional.ofNullable(values.get(value.of()))
                            .ifPresentOrElse(
                                    text::append,
                                    () -> leave(value.of().word(), value.of().meaning()));
                case Piece.Blank blank -> leave(null, blank.what());
                case Piece.Include include -> include(include.name());
                case Piece.Unknown unknown -> leave(unknown.word(), unknown.word());
            }
        }
    }

    private void include(String name) {
        Template part = parts.get(Template.key(name));
        if (part == null) {
            leave(null, name);
        } else {
            add(part);
        }
    }

    private void leave(@Nullable String name, String what) {
        int from = text.length();
        text.append('[').append(what).append(']');
        unfilled.add(new Unfilled(name, what, from, text.length()));
    }
}
