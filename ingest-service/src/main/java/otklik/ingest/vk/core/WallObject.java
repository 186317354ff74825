package otklik.ingest.vk.core;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post or a comment on a wall, as VK tells of it.
 *
 * @param ownerId of the wall: negative for a community
 * @param fromId who wrote: negative for a community
 * @param postId the post a comment stands under; null for a post
 * @param parents comment ids above a comment, the root first; empty for a top-level comment
 */
public record WallObject(
        long id, long ownerId, long fromId, @Nullable Long postId, Instant writtenAt, String text, List<Long> parents) {

    boolean isComment() {
        return postId != null;
    }
}
