package otklik.simulators.vk.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.simulators.vk.wall.Post;

/** VK's {@code wallpost}. */
public record VkPost(
        int id,
        long ownerId,
        long fromId,
        @Nullable Long createdBy,
        long date,
        String text,
        String postType,
        int markedAsAds,
        List<Object> attachments,
        Comments comments,
        boolean isFavorite) {

    /** VK's {@code base_comments_info}. */
    public record Comments(int canPost, int count, boolean groupsCanPost) {}

    public static VkPost of(Post post, int comments) {
        return new VkPost(
                post.id(),
                post.ownerId(),
                post.fromId(),
                post.official() ? null : post.fromId(),
                post.at().getEpochSecond(),
                post.text(),
                "post",
                0,
                List.of(),
                new Comments(post.commentsOpen() ? 1 : 0, comments, post.commentsOpen()),
                false);
    }
}
