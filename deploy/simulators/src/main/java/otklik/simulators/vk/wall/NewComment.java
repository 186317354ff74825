package otklik.simulators.vk.wall;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.simulators.vk.media.MediaFile;

/**
 * A comment somebody wants to write.
 *
 * @param guidWindow within this time the same sender's same guid means the same comment; absent: guid is ignored
 */
public record NewComment(
        long ownerId,
        int postId,
        long fromId,
        String text,
        @Nullable Integer replyTo,
        @Nullable String sender,
        @Nullable String guid,
        @Nullable Duration guidWindow,
        List<MediaFile> attachments) {

    /** What a person writes on the page: no token, no guid. */
    public static NewComment byPerson(long ownerId, int postId, long fromId, String text, @Nullable Integer replyTo) {
        return new NewComment(ownerId, postId, fromId, text, replyTo, null, null, null, List.of());
    }
}
