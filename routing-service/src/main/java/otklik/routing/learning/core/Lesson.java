package otklik.routing.learning.core;

/** What a fact of an incident's life teaches of who is competent for its question. Taking the same lesson twice changes nothing. */
public sealed interface Lesson {

    /** A person sent it to the organ, or the organ answered it. */
    record Went(String organ) implements Lesson {}

    /** The organ gave it back: not its question (AK-7). */
    record Refused(String organ) implements Lesson {}

    /** It turned out to be nobody's, or several organs' of which the one that had it is none: what it taught before does not count. */
    record Withdrawn() implements Lesson {}

    /** A person corrected topic or place. */
    record Reclassified() implements Lesson {}
}
