package otklik.simulators.vk.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.simulators.vk.wall.Comment;

/** VK's {@code wall_comment}; {@code post_owner_id} comes in callback events only. */
public record VkComment(
        int id,
        long fromId,
        long date,
        String text,
        int postId,
        long ownerId,
        List<Integer> parentsStack,
        @Nullable Long replyToUser,
        @Nullable Integer replyToComment,
        @Nullable Boolean deleted,
        @Nullable List<VkAttachment> attachments,
        @Nullable Likes likes,
        @Nullable VkThread thread,
        @Nullable Long postOwnerId) {

    public static VkComment of(Comment comment) {
        return new VkComment(
                comment.id(),
                comment.fromId(),
                comment.at().getEpochSecond(),
                comment.text(),
                comment.postId(),
                comment.ownerId(),
                comment.parents(),
                comment.replyToUser(),
                comment.replyToComment(),
                comment.deleted() ? true : null,
                VkAttachment.all(comment.attachments()),
                null,
                null,
                null);
    }

    public VkComment inEvent() {
        return new VkComment(
                id,
                fromId,
                date,
                text,
                postId,
                ownerId,
                parentsStack,
                replyToUser,
                replyToComment,
                deleted,
                attachments,
                likes,
                thread,
                ownerId);
    }

    public VkComment shown(String shownText, @Nullable Likes shownLikes, @Nullable VkThread shownThread) {
        return new VkComment(
                id,
                fromId,
                date,
                shownText,
                postId,
                ownerId,
                parentsStack,
                replyToUser,
                replyToComment,
                deleted,
                attachments,
                shownLikes,
                shownThread,
                postOwnerId);
    }
}
