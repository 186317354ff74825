package otklik.simulators.vk.api;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.VkSettings;
import otklik.simulators.vk.VkSettings.Community;
import otklik.simulators.vk.VkSettings.Token;

/** Who is who among communities, and which token may act for which. */
@Component
class Communities {

    private final VkSettings settings;

    Communities(VkSettings settings) {
        this.settings = settings;
    }

    /** By number or by name: {@code 217000001}, {@code club217000001}, {@code sim_altai_krai}. */
    Optional<Community> find(String nameOrId) {
        String bare = nameOrId.replaceFirst("^(club|public)(?=\\d+$)", "");
        return settings.communities().stream()
                .filter(community -> String.valueOf(community.id()).equals(bare)
                        || community.screenName().equals(nameOrId))
                .findFirst();
    }

    Optional<Community> find(long id) {
        return find(String.valueOf(id));
    }

    boolean mayActFor(Token token, long communityId) {
        return switch (token.kind()) {
            case GROUP -> token.id() == communityId;
            case USER -> token.manages().contains(communityId);
            case SERVICE -> false;
        };
    }

    /** The community that the call names in {@code group_id}, or the token's own one; the token has to act for it. */
    long groupOf(Token token, Parameters parameters) {
        long group = parameters.id("group_id").orElse(token.kind() == VkSettings.TokenKind.GROUP ? token.id() : 0L);
        if (!mayActFor(token, group)) {
            throw new Refused(VkError.ACCESS, "group_id should be a community of this token");
        }
        return group;
    }

    /** The author of what this token writes: the named community, the token's own one, or the user. */
    long authorOf(Token token, Optional<Long> fromGroup) {
        long community = fromGroup.orElse(token.kind() == VkSettings.TokenKind.GROUP ? token.id() : 0L);
        if (community == 0) {
            return token.id();
        }
        if (!mayActFor(token, community)) {
            throw new Refused(VkError.ACCESS, "from_group should be a community of this token");
        }
        return -community;
    }

    String confirmationCode(long communityId) {
        return settings.servers().stream()
                .filter(server -> server.communityId() == communityId)
                .map(VkSettings.Server::confirmation)
                .findFirst()
                .orElseGet(() -> Long.toHexString(communityId));
    }
}
