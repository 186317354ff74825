package otklik.routing.incident.core;

/** What a comment of the author's is to an incident. */
public sealed interface Heard {

    /** It answers our question. */
    record Answer(Fact fact) implements Heard {}

    /** Our question is on its way: whether the comment answers it can be told when that stands. */
    record Early() implements Heard {}

    /** It is no answer, or nobody can tell for sure. */
    record Nothing() implements Heard {}
}
