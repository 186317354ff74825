package otklik.routing.surge.core;

import org.jspecify.annotations.Nullable;

/**
 * What counts as the same: a topic group at a place, both as the classification has them.
 *
 * @param location null for messages that name no place; these are counted together
 */
public record Matter(
        String jurisdiction, String topicGroup, @Nullable String location) {}
