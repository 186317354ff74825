package otklik.ingest.vk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Json;
import otklik.ingest.vk.core.WallObject;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A callback as it stands in the body. Real confirmation requests may lack the event id, the secret and the object.
 *
 * @param groupId positive
 */
record Callback(
        String type,
        long groupId,
        @Nullable String eventId,
        @Nullable String secret,
        JsonNode object) {

    private static final int LONGEST_EVENT_ID = 200;

    /** @throws Unreadable saying in Russian what is wrong */
    static Callback parse(byte[] body) {
        JsonNode root = json(body);
        String type = text(root, "type");
        long groupId = root.path("group_id").asLong(0);
        if (type == null || groupId <= 0) {
            throw new Unreadable("Нет полей type и group_id.");
        }
        String eventId = text(root, "event_id");
        if (eventId != null && eventId.length() > LONGEST_EVENT_ID) {
            throw new Unreadable("Слишком длинный event_id.");
        }
        return new Callback(type, groupId, eventId, text(root, "secret"), root.path("object"));
    }

    /** @throws Unreadable if it is not a post */
    WallObject wallPost() {
        return new WallObject(
                number("id"), number("owner_id"), number("from_id"), null, writtenAt(), text(), List.of());
    }

    /** @throws Unreadable if it is not a comment under a post */
    WallObject wallReply() {
        long owner = object.has("owner_id") ? number("owner_id") : number("post_owner_id");
        List<Long> parents = new ArrayList<>();
        object.path("parents_stack").forEach(parent -> parents.add(parent.asLong(0)));
        return new WallObject(
                number("id"), owner, number("from_id"), number("post_id"), writtenAt(), text(), List.copyOf(parents));
    }

    private Instant writtenAt() {
        return Instant.ofEpochSecond(number("date"));
    }

    private String text() {
        String text = text(object, "text");
        return text == null ? "" : text;
    }

    private long number(String name) {
        JsonNode value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new Unreadable("В object нет целого числа «" + name + "».");
        }
        return value.asLong();
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode root = Json.mapper().readTree(body);
            if (root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            throw new Unreadable("Это не JSON.");
        }
        throw new Unreadable("Нужен объект JSON.");
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.asString() : null;
    }

    /** The body is not a callback. */
    static final class Unreadable extends RuntimeException {

        Unreadable(String message) {
            super(message);
        }

        String detail() {
            return String.valueOf(getMessage());
        }
    }
}
