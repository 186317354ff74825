package otklik.simulators.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.simulators.page.WallView.Attached;
import otklik.simulators.page.WallView.CommentView;
import otklik.simulators.page.WallView.Entry;
import otklik.simulators.page.WallView.PostView;
import otklik.simulators.vk.VkSettings;
import otklik.simulators.vk.VkSettings.Community;
import otklik.simulators.vk.media.MediaFile;
import otklik.simulators.vk.wall.Comment;
import otklik.simulators.vk.wall.Person;
import otklik.simulators.vk.wall.Post;
import otklik.simulators.vk.wall.Walls;
import otklik.simulators.vk.wire.Permalinks;

/** Makes views of walls: newest post first, comments oldest first with their answers below them. */
@Component
class WallViews {

    private static final int SHOWN_POSTS = 50;
    private static final Pattern MENTION =
            Pattern.compile("\\[(?:id|club|public)\\d+(?::bp-?\\d+_\\d+)?\\|([^\\]]*)\\]");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.forLanguageTag("ru"));

    private final Walls walls;
    private final VkSettings settings;

    WallViews(Walls walls, VkSettings settings) {
        this.walls = walls;
        this.settings = settings;
    }

    WallView wall(Community community) {
        List<PostView> posts = walls.posts(community.ownerId()).reversed().stream()
                .limit(SHOWN_POSTS)
                .map(post -> post(community, post, 0))
                .toList();
        return view(community, posts);
    }

    /** One post alone, with the comment {@code reply} marked; 0 marks the post. */
    WallView single(Community community, Post post, @Nullable Integer reply) {
        return view(community, List.of(post(community, post, Objects.requireNonNullElse(reply, post.id()))));
    }

    private static WallView view(Community community, List<PostView> posts) {
        return new WallView(community.ownerId(), community.name(), "/vk/wall" + community.ownerId(), posts);
    }

    private PostView post(Community community, Post post, int highlighted) {
        List<Comment> comments = walls.comments(post.ownerId(), post.id());
        Entry entry = new Entry(
                name(post.fromId()),
                post.official(),
                time(post.at(), community.zone()),
                plain(post.text()),
                Permalinks.path(post),
                post.id() == highlighted,
                false);
        List<CommentView> shown = comments.stream()
                .filter(Comment::firstLevel)
                .flatMap(root -> thread(root, comments))
                .map(comment -> comment(community, comment, highlighted))
                .toList();
        int standing =
                (int) comments.stream().filter(comment -> !comment.deleted()).count();
        return new PostView(post.id(), entry, post.commentsOpen(), standing, shown);
    }

    /** The root and its answers; a deleted root is shown as such as long as it has answers. */
    private static Stream<Comment> thread(Comment root, List<Comment> comments) {
        List<Comment> answers = comments.stream()
                .filter(comment -> comment.isIn(root.id()) && !comment.deleted())
                .toList();
        return root.deleted() && answers.isEmpty() ? Stream.empty() : Stream.concat(Stream.of(root), answers.stream());
    }

    private CommentView comment(Community community, Comment comment, int highlighted) {
        Entry entry = new Entry(
                name(comment.fromId()),
                comment.official(),
                time(comment.at(), community.zone()),
                plain(comment.text()),
                Permalinks.path(comment),
                comment.id() == highlighted,
                comment.deleted());
        Long answered = comment.replyToUser();
        List<Attached> attachments = Objects.requireNonNullElse(comment.attachments(), List.<MediaFile>of()).stream()
                .map(WallViews::attached)
                .toList();
        return new CommentView(
                comment.id(), entry, !comment.firstLevel(), answered == null ? null : name(answered), attachments);
    }

    private static Attached attached(MediaFile file) {
        return new Attached(file.kind() == MediaFile.Kind.PHOTO, file.title(), "/vk/media/" + file.name());
    }

    private String name(long id) {
        return id < 0
                ? settings.communities().stream()
                        .filter(community -> community.ownerId() == id)
                        .map(Community::name)
                        .findFirst()
                        .orElse("Сообщество " + -id)
                : walls.knownPerson(id).map(Person::name).orElse("Пользователь " + id);
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** Mentions are shown by their label, as VK does. */
    private static String plain(String text) {
        return MENTION.matcher(text).replaceAll("$1");
    }
}
