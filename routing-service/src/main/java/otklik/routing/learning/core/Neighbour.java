package otklik.routing.learning.core;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An earlier case that is like the one at hand.
 *
 * @param likeness above 0; comparable only among neighbours of the same question
 */
public record Neighbour(UUID id, String number, @Nullable String organ, List<String> refused, double likeness) {}
