package otklik.routing.replycheck.core;

/**
 * A part of the text, as JavaScript and Java count: UTF-16 units from 0.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Place(int from, int to) {}
