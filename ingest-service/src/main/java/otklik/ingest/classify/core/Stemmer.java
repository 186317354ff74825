package otklik.ingest.classify.core;

/** Cuts the ending off a Russian word: {@code яма, яму, ямы → ям}. Takes lower case with ё folded to е. Implementations are thread-safe. */
@FunctionalInterface
public interface Stemmer {

    String stem(String word);
}
