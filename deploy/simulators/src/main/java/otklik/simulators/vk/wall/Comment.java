package otklik.simulators.vk.wall;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.simulators.vk.media.MediaFile;

/**
 * A comment under a post. Threads have one level: {@code parents} is empty, or names the root of the thread.
 *
 * @param replyToComment the comment answered, which may itself stand inside the thread
 * @param sender holder of the token that sent it through the API; absent when a citizen wrote on the page
 * @param guid the caller's key against repetition
 * @param attachments files that stand with it; absent without any
 */
public record Comment(
        long ownerId,
        int id,
        int postId,
        long fromId,
        Instant at,
        String text,
        List<Integer> parents,
        @Nullable Integer replyToComment,
        @Nullable Long replyToUser,
        @Nullable String sender,
        @Nullable String guid,
        boolean deleted,
        @Nullable List<MediaFile> attachments)
        implements Entry {

    public boolean official() {
        return fromId == ownerId;
    }

    public boolean firstLevel() {
        return parents.isEmpty();
    }

    public boolean isIn(int root) {
        return parents.contains(root);
    }

    Comment removed() {
        return new Comment(
                ownerId, id, postId, fromId, at, "", parents, replyToComment, replyToUser, sender, guid, true, null);
    }
}
