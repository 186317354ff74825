package otklik.routing.assignment.core;

/**
 * The organ that the rules name.
 *
 * @param rule id of the rule
 * @param explanation why, in Russian
 */
public record Suggestion(String organ, String rule, String explanation) {}
