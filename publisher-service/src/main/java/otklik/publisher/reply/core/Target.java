package otklik.publisher.reply.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.contracts.publication.RefusalReason;

/**
 * A place on a VK wall where a reply is to stand.
 *
 * @param owner of the wall; negative for communities
 * @param replyTo comment that is answered, null to answer the post itself
 * @param thread comment that heads the thread of {@code replyTo}, null when unknown
 */
public record Target(
        long owner,
        long post,
        @Nullable Long replyTo,
        @Nullable Long thread) {

    /** Where a reply goes, or why it cannot. */
    public sealed interface Route {}

    /** There. */
    public record Wall(Target target) implements Route {}

    /** Nowhere. */
    public record Impossible(RefusalReason reason, String detail) implements Route {}

    /**
     * Reads an address ({@code owner_id}, {@code post_id}, {@code comment_id}, {@code parents} of the comment, comma separated). With a community token one writes on
     * one's own wall only.
     *
     * @param group positive id of the community that speaks
     */
    public static Route of(Map<String, String> address, long group) {
        Long owner = number(address.get("owner_id"));
        Long post = number(address.get("post_id"));
        if (owner == null || post == null) {
            return new Impossible(RefusalReason.UNSUPPORTED_CHANNEL, "the address names no post on a wall");
        }
        if (owner != -group) {
            return new Impossible(RefusalReason.UNSUPPORTED_CHANNEL, "the post stands on another wall than our own");
        }
        return new Wall(new Target(owner, post, number(address.get("comment_id")), thread(address)));
    }

    /** Names the place: replies to one place go one after another. */
    public String name() {
        return "wall" + owner + "_" + post;
    }

    private static @Nullable Long thread(Map<String, String> address) {
        String parents = address.getOrDefault("parents", "");
        int comma = parents.indexOf(',');
        return number(comma < 0 ? parents : parents.substring(0, comma));
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("-?\\d{1,18}") && !text.equals("0") ? Long.valueOf(text) : null;
    }
}
