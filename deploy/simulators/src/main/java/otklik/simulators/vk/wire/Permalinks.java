package otklik.simulators.vk.wire;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.UriComponentsBuilder;
import otklik.simulators.vk.wall.Comment;
import otklik.simulators.vk.wall.Post;

/** Addresses of things on the simulator's pages; the paths are VK's own, below {@code /vk}. */
public final class Permalinks {

    private Permalinks() {}

    public static String path(Post post) {
        return path(post.ownerId(), post.id());
    }

    public static String path(long ownerId, int postId) {
        return "/vk/wall" + ownerId + "_" + postId;
    }

    public static String path(Comment comment) {
        String thread =
                comment.firstLevel() ? "" : "&thread=" + comment.parents().getFirst();
        return path(comment.ownerId(), comment.postId()) + "?reply=" + comment.id() + thread;
    }

    /** With the host the request came to, so that the link works for whoever asked. */
    public static String absolute(String path, ServerHttpRequest request) {
        return UriComponentsBuilder.fromUri(request.getURI())
                        .replacePath("")
                        .replaceQuery(null)
                        .toUriString()
                + path;
    }
}
