package otklik.ingest.classify.core;

/** A term and how much it says, 1 (hardly) to 5 (says it all). Written {@code яма=3}; without a number it weighs 2. */
record Keyword(Term term, int weight) {

    private static final int USUAL = 2;

    /** @throws IllegalArgumentException if the weight is not 1 to 5 or the term is empty */
    static Keyword parse(String written, Stemmer stemmer) {
        int equals = written.lastIndexOf('=');
        if (equals < 0) {
            return new Keyword(Term.parse(written, stemmer), USUAL);
        }
        int weight = Integer.parseInt(written.substring(equals + 1).strip());
        if (weight < 1 || weight > 5) {
            throw new IllegalArgumentException("a weight from 1 to 5, not " + weight);
        }
        return new Keyword(Term.parse(written.substring(0, equals), stemmer), weight);
    }
}
