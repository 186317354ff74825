package otklik.simulators.vk.wire;

import org.jspecify.annotations.Nullable;

/** The envelope of the Callback API. The confirmation request carries only type and group. */
public record VkEvent(
        String type,
        @Nullable String eventId,
        @Nullable String v,
        long groupId,
        @Nullable String secret,
        @Nullable Object object) {

    public static VkEvent confirmation(long groupId) {
        return new VkEvent("confirmation", null, null, groupId, null, null);
    }
}
