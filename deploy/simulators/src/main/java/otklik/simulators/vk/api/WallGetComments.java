package otklik.simulators.vk.api;

import static otklik.simulators.vk.VkSettings.TokenKind.SERVICE;
import static otklik.simulators.vk.VkSettings.TokenKind.USER;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.Switches;
import otklik.simulators.vk.VkSettings.Token;
import otklik.simulators.vk.VkSettings.TokenKind;
import otklik.simulators.vk.wall.Comment;
import otklik.simulators.vk.wall.Post;
import otklik.simulators.vk.wall.Walls;
import otklik.simulators.vk.wire.VkComment;
import otklik.simulators.vk.wire.VkGroup;
import otklik.simulators.vk.wire.VkUser;

/**
 * {@code wall.getComments}: the first level of a post's comments, or one thread when {@code comment_id} is given. A
 * community token may not read what it may write: it gets error 27.
 */
@Component
class WallGetComments implements VkMethod {

    private static final int DEFAULT_COUNT = 10;
    private static final int MOST = 100;

    private final Walls walls;
    private final Authors authors;
    private final Switches switches;

    WallGetComments(Walls walls, Authors authors, Switches switches) {
        this.walls = walls;
        this.authors = authors;
        this.switches = switches;
    }

    record Page(
            int count,
            List<VkComment> items,
            int currentLevelCount,
            boolean canPost,
            boolean showReplyButton,
            boolean groupsCanPost,
            @Nullable Long postAuthorId,
            @Nullable List<VkUser> profiles,
            @Nullable List<VkGroup> groups) {}

    @Override
    public String name() {
        return "wall.getComments";
    }

    @Override
    public Set<TokenKind> tokens() {
        return Set.of(USER, SERVICE);
    }

    @Override
    public Object answer(Token token, Parameters parameters) {
        long owner = parameters.id("owner_id").orElse(token.id());
        Post post = walls.post(owner, parameters.required("post_id"))
                .orElseThrow(() -> Refused.by(switches.now().noPostCode(), "post was deleted or does not exist"));
        Discussion discussion = new Discussion(walls.comments(owner, post.id()), post);
        List<Comment> level = discussion.level(
                parameters.integer("comment_id").filter(id -> id != 0).orElse(null));
        List<Comment> ordered = "desc".equals(parameters.text("sort").orElse("asc")) ? level.reversed() : level;
        CommentLook look = CommentLook.of(parameters);
        List<VkComment> items = window(ordered, parameters).stream()
                .map(comment -> discussion.show(comment, look))
                .toList();
        boolean extended = parameters.flag("extended");
        List<Long> involved = Stream.concat(Stream.of(post.fromId()), everybody(items))
                .distinct()
                .toList();
        return new Page(
                discussion.size(),
                items,
                level.size(),
                post.commentsOpen(),
                post.commentsOpen(),
                post.commentsOpen(),
                extended ? post.fromId() : null,
                extended ? authors.users(involved) : null,
                extended ? authors.groups(involved) : null);
    }

    /** From {@code start_comment_id} (or the beginning), moved by {@code offset}, which may then be negative. */
    private static List<Comment> window(List<Comment> ordered, Parameters parameters) {
        int count = parameters.within("count", 0, MOST, DEFAULT_COUNT);
        int start = parameters
                .integer("start_comment_id")
                .filter(id -> id != 0)
                .map(id -> indexOf(ordered, id))
                .orElse(0);
        int from = Math.max(0, start + parameters.integer("offset").orElse(0));
        return ordered.stream().skip(from).limit(count).toList();
    }

    private static int indexOf(List<Comment> ordered, int id) {
        for (int index = 0; index < ordered.size(); index++) {
            if (ordered.get(index).id() == id) {
                return index;
            }
        }
        throw new Refused(VkError.PARAM, "start_comment_id is incorrect");
    }

    private static Stream<Long> everybody(List<VkComment> items) {
        return items.stream()
                .flatMap(item -> item.thread() == null
                        ? Stream.of(item)
                        : Stream.concat(Stream.of(item), item.thread().items().stream()))
                .flatMap(item -> Stream.of(item.fromId(), item.replyToUser() == null ? 0L : item.replyToUser()))
                .filter(id -> id != 0);
    }
}
