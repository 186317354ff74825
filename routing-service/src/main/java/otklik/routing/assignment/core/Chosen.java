package otklik.routing.assignment.core;

import org.jspecify.annotations.Nullable;
import otklik.routing.directory.core.Organ;

/**
 * An organ to which the system may send an incident by itself.
 *
 * @param organ assignable
 * @param rule id of the rule that names it; null where it was learned from what people did
 */
public record Chosen(Organ organ, @Nullable String rule) {}
