package otklik.simulators.vk.wire;

import java.util.List;

/** VK's {@code comment_thread}: the answers below a comment of the first level. */
public record VkThread(
        int count, List<VkComment> items, boolean canPost, boolean showReplyButton, boolean groupsCanPost) {}
