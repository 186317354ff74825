package otklik.routing.surge.core;

/**
 * How many wrote within the time that is counted.
 *
 * @param authors different people: one who writes ten times is one; a message without an author counts for one
 */
public record Count(int authors, int messages) {

    public static final Count NONE = new Count(0, 0);
}
