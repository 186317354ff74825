package otklik.simulators.vk.oracle;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import otklik.simulators.vk.wall.Comment;
import otklik.simulators.vk.wall.NewComment;
import otklik.simulators.vk.wall.Outcome;
import otklik.simulators.vk.wall.Outcome.Refusal;
import otklik.simulators.vk.wall.Post;
import otklik.simulators.vk.wall.Walls;
import otklik.simulators.vk.wire.Permalinks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Acts as a citizen, or as the wall's own moderator: writes, closes comments, deletes. No token; loopback only. */
@RestController
@RequestMapping("/vk/sim/walls/{groupId}")
class CitizenApi {

    private final Walls walls;

    CitizenApi(Walls walls) {
        this.walls = walls;
    }

    /**
     * What a citizen writes.
     *
     * @param fromId user id, or the negative community id; absent: found or made up by the author's name
     * @param replyToComment for comments only
     */
    record Written(
            @Nullable Long fromId,
            @Nullable String author,
            @Nullable String text,
            @Nullable Integer replyToComment) {

        String requiredText() {
            return Optional.ofNullable(text)
                    .filter(words -> !words.isBlank())
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "Пустой текст"));
        }
    }

    /** Where it stands now. */
    record Standing(
            long ownerId,
            int postId,
            @Nullable Integer commentId,
            long fromId,
            boolean deleted,
            boolean commentsOpen,
            String permalink) {}

    @PostMapping("/posts")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Standing> post(@PathVariable long groupId, @RequestBody Written written, ServerHttpRequest request) {
        return changing(() -> walls.post(-groupId, author(written), written.requiredText()))
                .map(post -> standing(post, request));
    }

    @PostMapping("/posts/{postId}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Standing> comment(
            @PathVariable long groupId,
            @PathVariable int postId,
            @RequestBody Written written,
            ServerHttpRequest request) {
        return changing(() -> walls.comment(NewComment.byPerson(
                        -groupId, postId, author(written), written.requiredText(), written.replyToComment())))
                .map(comment -> standing(comment, request));
    }

    @PostMapping("/posts/{postId}/close-comments")
    Mono<Standing> close(@PathVariable long groupId, @PathVariable int postId, ServerHttpRequest request) {
        return changing(() -> walls.openComments(-groupId, postId, false)).map(post -> standing(post, request));
    }

    @PostMapping("/posts/{postId}/open-comments")
    Mono<Standing> open(@PathVariable long groupId, @PathVariable int postId, ServerHttpRequest request) {
        return changing(() -> walls.openComments(-groupId, postId, true)).map(post -> standing(post, request));
    }

    @DeleteMapping("/posts/{postId}")
    Mono<Standing> deletePost(@PathVariable long groupId, @PathVariable int postId, ServerHttpRequest request) {
        return changing(() -> walls.deletePost(-groupId, postId)).map(post -> standing(post, request));
    }

    /** @param deleterId the person who deletes; the demonstration's editor unless told otherwise */
    @DeleteMapping("/comments/{commentId}")
    Mono<Standing> deleteComment(
            @PathVariable long groupId,
            @PathVariable int commentId,
            @RequestParam(name = "deleter_id", defaultValue = "100500") long deleterId,
            ServerHttpRequest request) {
        return changing(() -> walls.deleteComment(-groupId, commentId, deleterId))
                .map(comment -> standing(comment, request));
    }

    private long author(Written written) {
        Long fromId = written.fromId();
        return fromId != null && fromId < 0
                ? fromId
                : walls.person(fromId, written.author()).id();
    }

    private static Standing standing(Post post, ServerHttpRequest request) {
        return new Standing(
                post.ownerId(),
                post.id(),
                null,
                post.fromId(),
                post.deleted(),
                post.commentsOpen(),
                Permalinks.absolute(Permalinks.path(post), request));
    }

    private static Standing standing(Comment comment, ServerHttpRequest request) {
        return new Standing(
                comment.ownerId(),
                comment.postId(),
                comment.id(),
                comment.fromId(),
                comment.deleted(),
                true,
                Permalinks.absolute(Permalinks.path(comment), request));
    }

    private static <T> Mono<T> changing(Callable<Outcome<T>> change) {
        return Mono.fromCallable(change)
                .subscribeOn(Schedulers.boundedElastic())
                .map(outcome -> switch (outcome) {
                    case Outcome.Done<T>(T value, boolean repeated) -> value;
                    case Outcome.Refused<T>(Refusal reason) ->
                        throw new ResponseStatusException(
                                reason == Refusal.COMMENTS_CLOSED ? HttpStatus.CONFLICT : HttpStatus.NOT_FOUND,
                                words(reason));
                });
    }

    private static String words(Refusal reason) {
        return switch (reason) {
            case NO_SUCH_WALL -> "Такой стены нет";
            case NO_SUCH_POST -> "Такой записи нет, или она удалена";
            case NO_SUCH_COMMENT -> "Такого комментария нет, или он удалён";
            case COMMENTS_CLOSED -> "Комментарии закрыты";
        };
    }
}
