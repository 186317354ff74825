package otklik.simulators.vk.api;

import static otklik.simulators.vk.VkSettings.TokenKind.GROUP;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.VkSettings.Token;
import otklik.simulators.vk.VkSettings.TokenKind;
import otklik.simulators.vk.wire.VkGroup;

/** {@code groups.getById}: by number or name; a community token without ids gets its own community. */
@Component
class GroupsGetById implements VkMethod {

    private final Communities communities;

    GroupsGetById(Communities communities) {
        this.communities = communities;
    }

    record Found(List<VkGroup> groups, List<Object> profiles) {}

    @Override
    public String name() {
        return "groups.getById";
    }

    @Override
    public Set<TokenKind> tokens() {
        return Set.of(TokenKind.values());
    }

    @Override
    public Object answer(Token token, Parameters parameters) {
        List<String> asked = Stream.concat(parameters.list("group_ids").stream(), parameters.text("group_id").stream())
                .toList();
        if (asked.isEmpty() && token.kind() == GROUP) {
            asked = List.of(String.valueOf(token.id()));
        }
        if (asked.isEmpty()) {
            throw Parameters.missing("group_id");
        }
        List<VkGroup> groups = asked.stream()
                .map(communities::find)
                .flatMap(Optional::stream)
                .map(VkGroup::of)
                .toList();
        return new Found(groups, List.of());
    }
}
