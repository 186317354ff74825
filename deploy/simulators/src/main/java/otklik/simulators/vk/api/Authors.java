package otklik.simulators.vk.api;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.wall.Walls;
import otklik.simulators.vk.wire.VkGroup;
import otklik.simulators.vk.wire.VkUser;

/** The {@code profiles} and {@code groups} that an extended answer carries for the ids it mentions. */
@Component
class Authors {

    private final Walls walls;
    private final Communities communities;

    Authors(Walls walls, Communities communities) {
        this.walls = walls;
        this.communities = communities;
    }

    List<VkUser> users(Collection<Long> ids) {
        return ids.stream()
                .filter(id -> id > 0)
                .map(walls::knownPerson)
                .flatMap(Optional::stream)
                .map(VkUser::of)
                .toList();
    }

    List<VkGroup> groups(Collection<Long> ids) {
        return ids.stream()
                .filter(id -> id < 0)
                .map(id -> communities.find(-id))
                .flatMap(Optional::stream)
                .map(VkGroup::of)
                .toList();
    }
}
