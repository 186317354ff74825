package otklik.simulators.vk.api;

import static otklik.simulators.vk.VkSettings.TokenKind.SERVICE;
import static otklik.simulators.vk.VkSettings.TokenKind.USER;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.VkSettings.Token;
import otklik.simulators.vk.VkSettings.TokenKind;
import otklik.simulators.vk.wall.Post;
import otklik.simulators.vk.wall.Walls;
import otklik.simulators.vk.wire.VkGroup;
import otklik.simulators.vk.wire.VkPost;
import otklik.simulators.vk.wire.VkUser;

/** {@code wall.get}: newest first. The wall is named by {@code owner_id} or by {@code domain}. */
@Component
class WallGet implements VkMethod {

    private static final int DEFAULT_COUNT = 20;
    private static final int MOST = 100;

    private final Walls walls;
    private final Communities communities;
    private final Authors authors;

    WallGet(Walls walls, Communities communities, Authors authors) {
        this.walls = walls;
        this.communities = communities;
        this.authors = authors;
    }

    record Page(
            int count,
            List<VkPost> items,
            @Nullable List<VkUser> profiles,
            @Nullable List<VkGroup> groups) {}

    @Override
    public String name() {
        return "wall.get";
    }

    @Override
    public Set<TokenKind> tokens() {
        return Set.of(USER, SERVICE);
    }

    @Override
    public Object answer(Token token, Parameters parameters) {
        long owner = owner(token, parameters);
        List<Post> posts = walls.posts(owner).reversed().stream()
                .filter(filter(parameters.text("filter").orElse("all")))
                .toList();
        List<Post> page = posts.stream()
                .skip(parameters.within("offset", 0, Integer.MAX_VALUE, 0))
                .limit(parameters.within("count", 0, MOST, DEFAULT_COUNT))
                .toList();
        boolean extended = parameters.flag("extended");
        List<Long> involved = page.stream().map(Post::fromId).distinct().toList();
        return new Page(
                posts.size(),
                page.stream().map(this::show).toList(),
                extended ? authors.users(involved) : null,
                extended ? authors.groups(involved) : null);
    }

    private VkPost show(Post post) {
        return VkPost.of(post, new Discussion(walls.comments(post.ownerId(), post.id()), post).size());
    }

    private long owner(Token token, Parameters parameters) {
        return parameters
                .id("owner_id")
                .or(() -> parameters.text("domain").map(this::named))
                .orElse(token.id());
    }

    private long named(String domain) {
        return communities
                .find(domain.replaceFirst("^-", ""))
                .orElseThrow(() -> new Refused(VkError.PARAM, "domain is incorrect"))
                .ownerId();
    }

    private static Predicate<Post> filter(String name) {
        return switch (name) {
            case "all" -> post -> true;
            case "owner" -> Post::official;
            case "others" -> post -> !post.official();
            case "postponed", "suggests", "archived", "donut" -> post -> false;
            default -> throw new Refused(VkError.PARAM, "filter is incorrect");
        };
    }
}
