package otklik.simulators.vk.api;

import static otklik.simulators.vk.VkSettings.TokenKind.SERVICE;
import static otklik.simulators.vk.VkSettings.TokenKind.USER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.VkSettings.Token;
import otklik.simulators.vk.VkSettings.TokenKind;
import otklik.simulators.vk.wall.Post;
import otklik.simulators.vk.wall.Walls;
import otklik.simulators.vk.wire.VkGroup;
import otklik.simulators.vk.wire.VkPost;
import otklik.simulators.vk.wire.VkUser;

/** {@code wall.getById}; posts that are not there are left out. */
@Component
class WallGetById implements VkMethod {

    private static final Pattern POST = Pattern.compile("(-?\\d{1,15})_(\\d{1,9})(?:_.*)?");

    private final Walls walls;
    private final Authors authors;

    WallGetById(Walls walls, Authors authors) {
        this.walls = walls;
        this.authors = authors;
    }

    record Page(
            List<VkPost> items,
            @Nullable List<VkUser> profiles,
            @Nullable List<VkGroup> groups) {}

    @Override
    public String name() {
        return "wall.getById";
    }

    @Override
    public Set<TokenKind> tokens() {
        return Set.of(USER, SERVICE);
    }

    @Override
    public Object answer(Token token, Parameters parameters) {
        List<String> asked = parameters.list("posts");
        if (asked.isEmpty()) {
            throw Parameters.missing("posts");
        }
        List<Post> posts =
                asked.stream().map(this::find).flatMap(Optional::stream).toList();
        List<Long> involved = posts.stream().map(Post::fromId).distinct().toList();
        boolean extended = parameters.flag("extended");
        return new Page(
                posts.stream().map(this::show).toList(),
                extended ? authors.users(involved) : null,
                extended ? authors.groups(involved) : null);
    }

    private Optional<Post> find(String name) {
        Matcher post = POST.matcher(name);
        if (!post.matches()) {
            throw new Refused(VkError.PARAM, "posts is incorrect");
        }
        return walls.post(Long.parseLong(post.group(1)), Integer.parseInt(post.group(2)));
    }

    private VkPost show(Post post) {
        return VkPost.of(post, new Discussion(walls.comments(post.ownerId(), post.id()), post).size());
    }
}
