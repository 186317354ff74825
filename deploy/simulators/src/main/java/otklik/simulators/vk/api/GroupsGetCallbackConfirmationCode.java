package otklik.simulators.vk.api;

import static otklik.simulators.vk.VkSettings.TokenKind.GROUP;
import static otklik.simulators.vk.VkSettings.TokenKind.USER;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.VkSettings.Token;
import otklik.simulators.vk.VkSettings.TokenKind;

/** {@code groups.getCallbackConfirmationCode}: for those who run the community. */
@Component
class GroupsGetCallbackConfirmationCode implements VkMethod {

    private final Communities communities;

    GroupsGetCallbackConfirmationCode(Communities communities) {
        this.communities = communities;
    }

    @Override
    public String name() {
        return "groups.getCallbackConfirmationCode";
    }

    @Override
    public Set<TokenKind> tokens() {
        return Set.of(USER, GROUP);
    }

    @Override
    public Object answer(Token token, Parameters parameters) {
        long community = parameters.requiredId("group_id");
        if (!communities.mayActFor(token, community)) {
            throw new Refused(VkError.ACCESS);
        }
        return Map.of("code", communities.confirmationCode(community));
    }
}
