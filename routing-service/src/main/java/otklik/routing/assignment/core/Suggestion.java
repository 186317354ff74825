package otklik.routing.assignment.core;

import org.jspecify.annotations.Nullable;

/**
 * The organ that the rules name.
 *
 * @param rule id of the rule
 * @param explanation why, in Russian
 * @param runnerUp what the next rule that fits says of another organ, null if none does
 */
public record Suggestion(
        String organ,
        String rule,
        String explanation,
        @Nullable Suggestion runnerUp) {}
