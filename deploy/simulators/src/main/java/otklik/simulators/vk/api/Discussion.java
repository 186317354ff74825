package otklik.simulators.vk.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.simulators.vk.wall.Comment;
import otklik.simulators.vk.wall.Post;
import otklik.simulators.vk.wire.VkComment;
import otklik.simulators.vk.wire.VkThread;

/** The comments of one post as VK shows them: a deleted one stays visible while it has answers. */
record Discussion(List<Comment> comments, Post post) {

    int size() {
        return (int) comments.stream().filter(comment -> !comment.deleted()).count();
    }

    /** The first level, or the thread of a root; oldest first. */
    List<Comment> level(@Nullable Integer root) {
        return root == null
                ? comments.stream()
                        .filter(Comment::firstLevel)
                        .filter(this::visible)
                        .toList()
                : thread(root);
    }

    VkComment show(Comment comment, CommentLook look) {
        VkComment shown = VkComment.of(comment);
        if (!comment.firstLevel()) {
            return shown.shown(look.cut(comment.text()), look.likes(), null);
        }
        List<Comment> answers = thread(comment.id());
        List<VkComment> firstAnswers = answers.stream()
                .limit(look.threadItems())
                .map(answer -> show(answer, look))
                .toList();
        boolean open = post.commentsOpen();
        return shown.shown(
                look.cut(comment.text()), look.likes(), new VkThread(answers.size(), firstAnswers, open, open, open));
    }

    private List<Comment> thread(int root) {
        return comments.stream()
                .filter(comment -> comment.isIn(root) && !comment.deleted())
                .toList();
    }

    private boolean visible(Comment comment) {
        return !comment.deleted() || !thread(comment.id()).isEmpty();
    }
}
