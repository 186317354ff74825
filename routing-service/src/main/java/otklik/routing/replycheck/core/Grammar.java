package otklik.routing.replycheck.core;

import java.util.List;

/** Spelling, grammar and punctuation, as a library of the language sees them. */
@FunctionalInterface
public interface Grammar {

    /** Findings with the topic {@link Topic#GRAMMAR}, in the order of the text. */
    List<Finding> findings(String text);
}
