package otklik.routing.template.core;

/** A part of a template's text. */
sealed interface Piece {

    /** Words that stand as they are. */
    record Words(String text) implements Piece {}

    /** Comes from the incident. */
    record Value(Placeholder of) implements Piece {}

    /** A person fills it in: {@code {впишите: когда закончат}}. */
    record Blank(String what) implements Piece {}

    /** Another template stands here: {@code {шаблон: подпись}}. */
    record Include(String name) implements Piece {}

    /** Braces with something that nobody knows. */
    record Unknown(String word) implements Piece {}
}
