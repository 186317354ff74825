package otklik.routing.incident.core;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;

/**
 * Where something stands on a wall of VK. Threads there are one level deep: whatever answers a comment, or answers its answers, hangs on
 * the same root.
 *
 * @param post wall and post, {@code -217000001_77}
 * @param root the comment under the post on which the thread hangs; null for the post itself
 */
record WallThread(String post, @Nullable String root) {

    private static final Pattern WALL = Pattern.compile("-?\\d{1,19}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");
    private static final Pattern LINK =
            Pattern.compile("wall(-?\\d{1,19})_(\\d{1,19})\\?(?:[^#\\s]{0,500}&)?reply=(\\d{1,19})");
    private static final Pattern WITHIN_A_THREAD = Pattern.compile("[?&]thread=\\d");

    /** @param address as the ingest-service writes it; empty where it is not that of a wall */
    static Optional<WallThread> of(Channel channel, Map<String, String> address) {
        String wall = address.getOrDefault("owner_id", "");
        String post = address.getOrDefault("post_id", "");
        if (channel != Channel.VK || !is(WALL, wall) || !is(NUMBER, post)) {
            return Optional.empty();
        }
        String comment = address.get("comment_id");
        String root = comment == null
                ? null
                : address.getOrDefault("parents", comment).split(",", 2)[0];
        return root == null || is(NUMBER, root)
                ? Optional.of(new WallThread(wall + "_" + post, root))
                : Optional.empty();
    }

    /** What hangs on the comment with that link, which is the publisher's or a person's; empty for one that hangs on another itself. */
    static Optional<WallThread> under(String link) {
        Matcher comment = LINK.matcher(link);
        return comment.find() && !WITHIN_A_THREAD.matcher(link).find()
                ? Optional.of(new WallThread(comment.group(1) + "_" + comment.group(2), comment.group(3)))
                : Optional.empty();
    }

    private static boolean is(Pattern pattern, String text) {
        return pattern.matcher(text).matches();
    }

    boolean isUnderAComment() {
        return root != null;
    }

    /** The whole post with all its threads. */
    WallThread whole() {
        return new WallThread(post, null);
    }

    /** As it is kept and looked for. */
    String key() {
        return root == null ? "vk:" + post : "vk:" + post + "/" + root;
    }
}
