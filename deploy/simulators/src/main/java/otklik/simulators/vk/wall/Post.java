package otklik.simulators.vk.wall;

import java.time.Instant;

/**
 * A post on a wall.
 *
 * @param ownerId owner of the wall; negative for a community
 * @param id number on that wall; posts and comments of a wall share one numbering
 * @param fromId author; negative when the community itself wrote
 */
public record Post(long ownerId, int id, long fromId, Instant at, String text, boolean commentsOpen, boolean deleted)
        implements Entry {

    public boolean official() {
        return fromId == ownerId;
    }

    Post withComments(boolean open) {
        return new Post(ownerId, id, fromId, at, text, open, deleted);
    }

    Post removed() {
        return new Post(ownerId, id, fromId, at, text, commentsOpen, true);
    }
}
