package otklik.routing.replycheck.core;

import java.util.List;

/** The words of a Russian text that carry meaning, without their endings, in their order. */
@FunctionalInterface
public interface Stems {

    List<String> of(String text);
}
