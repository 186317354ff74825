package otklik.simulators.vk.callback;

import org.jspecify.annotations.Nullable;

/**
 * How a community's server is doing.
 *
 * @param trouble the last answer that was not the right one, until the right one comes
 */
public record ServerView(
        long groupId,
        String url,
        ServerStatus status,
        @Nullable String trouble) {}
