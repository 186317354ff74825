package otklik.simulators.vk.wire;

import otklik.simulators.vk.VkSettings;

/** VK's {@code groups_group_full}, as much of it as the simulator knows. */
public record VkGroup(long id, String name, String screenName, int isClosed, String type) {

    public static VkGroup of(VkSettings.Community community) {
        return new VkGroup(community.id(), community.name(), community.screenName(), 0, "page");
    }
}
