package otklik.routing.replycheck.core;

import java.util.List;

/** The words of a Russian text that carry meaning, without their endings, in their order. */
@FunctionalInterface
public interface Stems {

    List<Stem> in(String text);

    /** Without their places. */
    default List<String> of(String text) {
        return in(text).stream().map(Stem::word).toList();
    }

    /**
     * @param word without its ending
     * @param place of the whole word in the text
     */
    record Stem(String word, Place place) {}
}
