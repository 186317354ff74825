package otklik.simulators.vk.wall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import otklik.simulators.vk.wall.Outcome.Refusal;

/** One wall in memory; guarded by {@link Walls}. */
final class Wall {

    private final TreeMap<Integer, Post> posts = new TreeMap<>();
    private final TreeMap<Integer, Comment> comments = new TreeMap<>();
    private int next = 1;

    int nextId() {
        return next;
    }

    void put(Post post) {
        posts.put(post.id(), post);
        next = Math.max(next, post.id() + 1);
    }

    void put(Comment comment) {
        comments.put(comment.id(), comment);
        next = Math.max(next, comment.id() + 1);
    }

    void startAt(int number) {
        next = Math.max(next, number);
    }

    void clear() {
        posts.clear();
        comments.clear();
    }

    List<Post> posts() {
        return List.copyOf(posts.values());
    }

    List<Comment> comments() {
        return List.copyOf(comments.values());
    }

    Optional<Post> post(int id) {
        return Optional.ofNullable(posts.get(id)).filter(post -> !post.deleted());
    }

    Optional<Comment> comment(int id) {
        return Optional.ofNullable(comments.get(id)).filter(comment -> !comment.deleted());
    }

    List<Comment> commentsOf(int postId) {
        return comments.values().stream()
                .filter(comment -> comment.postId() == postId)
                .toList();
    }

    /** The comment the same sender wrote under the same guid not before {@code since}. */
    Optional<Comment> sentBefore(@Nullable String sender, @Nullable String guid, Instant since) {
        return comments.descendingMap().values().stream()
                .filter(comment -> guid != null && guid.equals(comment.guid()))
                .filter(comment -> sender != null && sender.equals(comment.sender()))
                .filter(comment -> !comment.at().isBefore(since))
                .findFirst();
    }

    /** The comment as it would stand on the wall, or why it cannot. Changes nothing. */
    Outcome<Comment> admit(NewComment draft, Instant now) {
        Optional<Post> post = post(draft.postId());
        if (post.isEmpty()) {
            return Outcome.refused(Refusal.NO_SUCH_POST);
        }
        if (!post.get().commentsOpen()) {
            return Outcome.refused(Refusal.COMMENTS_CLOSED);
        }
        Integer replyTo = draft.replyTo();
        if (replyTo == null) {
            return Outcome.done(admitted(draft, null, now));
        }
        return comment(replyTo)
                .filter(answered -> answered.postId() == draft.postId())
                .map(answered -> Outcome.done(admitted(draft, answered, now)))
                .orElseGet(() -> Outcome.refused(Refusal.NO_SUCH_COMMENT));
    }

    private Comment admitted(NewComment draft, @Nullable Comment answered, Instant now) {
        List<Integer> parents = new ArrayList<>();
        if (answered != null) {
            parents.add(
                    answered.firstLevel() ? answered.id() : answered.parents().getFirst());
        }
        return new Comment(
                draft.ownerId(),
                next,
                draft.postId(),
                draft.fromId(),
                now,
                draft.text(),
                List.copyOf(parents),
                answered == null ? null : answered.id(),
                answered == null ? null : answered.fromId(),
                draft.sender(),
                draft.guid(),
                false,
                draft.attachments().isEmpty() ? null : draft.attachments());
    }
}
