package otklik.ingest.vk.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.ingest.intake.core.OfferedPost;

/** Turns what stands on a wall into a post of ours: id, link, address for the reply, text with mentions as people see them. */
public final class WallReader {

    private static final String VK = "https://vk.com/";

    /** {@code [id123|Имя]}, {@code [club1|Текст]}, within threads {@code [id123:bp-1_2|Имя]}; bounded, for the text is a stranger's. */
    private static final Pattern MENTION = Pattern.compile(
            "\\[(?:id|club|public|event)\\d{1,19}+(?::bp-?\\d{1,19}+_\\d{1,19}+)?+\\|([^\\[\\]|]{0,300}+)]");

    private WallReader() {}

    /** @param groupId the community that tells, positive */
    public static Reading read(WallObject object, long groupId) {
        if (object.fromId() == -groupId) {
            return new Reading.Ignored(IgnoreReason.OWN);
        }
        String text = shown(object.text());
        if (text.isBlank()) {
            return new Reading.Ignored(IgnoreReason.EMPTY_TEXT);
        }
        return new Reading.Written(offered(object, text));
    }

    /** The text as people see it on the page. */
    static String shown(String text) {
        return MENTION.matcher(text).replaceAll("$1");
    }

    private static OfferedPost offered(WallObject object, String text) {
        return new OfferedPost(
                "vk",
                externalId(object),
                object.isComment() ? "comment" : "post",
                permalink(object),
                text,
                author(object.fromId()),
                address(object),
                object.writtenAt().toString(),
                null,
                null,
                null);
    }

    private static String externalId(WallObject object) {
        return object.isComment()
                ? object.ownerId() + "_" + object.postId() + "_" + object.id()
                : object.ownerId() + "_" + object.id();
    }

    private static String permalink(WallObject object) {
        if (!object.isComment()) {
            return VK + "wall" + object.ownerId() + "_" + object.id();
        }
        String thread =
                object.parents().isEmpty() ? "" : "&thread=" + object.parents().getFirst();
        return VK + "wall" + object.ownerId() + "_" + object.postId() + "?reply=" + object.id() + thread;
    }

    private static OfferedPost.@Nullable Author author(long fromId) {
        String page = fromId > 0 ? "id" + fromId : "club" + Math.abs(fromId);
        return fromId == 0 ? null : new OfferedPost.Author(Long.toString(fromId), null, VK + page);
    }

    private static Map<String, String> address(WallObject object) {
        Map<String, String> address = new LinkedHashMap<>();
        address.put("owner_id", Long.toString(object.ownerId()));
        if (!object.isComment()) {
            address.put("post_id", Long.toString(object.id()));
            return address;
        }
        address.put("post_id", String.valueOf(object.postId()));
        address.put("comment_id", Long.toString(object.id()));
        if (!object.parents().isEmpty()) {
            address.put(
                    "parents", object.parents().stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        return address;
    }
}
