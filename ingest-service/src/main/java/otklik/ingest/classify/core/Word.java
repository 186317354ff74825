package otklik.ingest.classify.core;

/**
 * One word of a text.
 *
 * @param shown as it was written
 * @param folded lower case, ё as е, look-alike Latin letters and digits in a Cyrillic word as Cyrillic
 * @param sentence number of its sentence, from 0
 */
record Word(String shown, String folded, String stem, int sentence) {

    boolean isCapital() {
        return Character.isUpperCase(shown.codePointAt(0));
    }

    boolean isNumber() {
        return Character.isDigit(shown.charAt(0));
    }
}
