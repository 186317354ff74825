package otklik.routing.promise.core;

/**
 * A date or a term in a text.
 *
 * @param from inclusive, in UTF-16 units
 * @param to exclusive
 * @param isFirm whether its own words look ahead («до», «в течение»), so that nothing around it is needed to see that it is meant
 */
public record Mention(int from, int to, When when, boolean isFirm) {}
