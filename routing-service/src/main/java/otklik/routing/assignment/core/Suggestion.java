package otklik.routing.assignment.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The organ that the rules name.
 *
 * @param organ the competent one, or of several the one that makes the common reply
 * @param with further organs whose part is needed
 * @param rule id of the rule
 * @param explanation why, in Russian
 * @param runnerUp what the next rule that fits says of another organ, null if none does
 */
public record Suggestion(
        String organ,
        List<String> with,
        String rule,
        String explanation,
        @Nullable Suggestion runnerUp) {}
