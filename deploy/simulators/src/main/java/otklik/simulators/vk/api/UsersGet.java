package otklik.simulators.vk.api;

import static otklik.simulators.vk.VkSettings.TokenKind.USER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.VkSettings.Token;
import otklik.simulators.vk.VkSettings.TokenKind;
import otklik.simulators.vk.wall.Walls;
import otklik.simulators.vk.wire.VkUser;

/** {@code users.get}: unknown people are left out; without ids a user token gets its own user. */
@Component
class UsersGet implements VkMethod {

    private static final int MOST = 1000;

    private final Walls walls;

    UsersGet(Walls walls) {
        this.walls = walls;
    }

    @Override
    public String name() {
        return "users.get";
    }

    @Override
    public Set<TokenKind> tokens() {
        return Set.of(TokenKind.values());
    }

    @Override
    public Object answer(Token token, Parameters parameters) {
        List<String> asked = parameters.list("user_ids");
        if (asked.size() > MOST) {
            throw new Refused(VkError.PARAM, "user_ids should have at most " + MOST + " items");
        }
        if (asked.isEmpty() && token.kind() == USER) {
            return List.of(VkUser.of(walls.person(token.id(), null)));
        }
        return asked.stream()
                .map(UsersGet::number)
                .flatMap(Optional::stream)
                .map(walls::knownPerson)
                .flatMap(Optional::stream)
                .map(VkUser::of)
                .toList();
    }

    /** Screen names of people are always {@code id<number>} here. */
    private static Optional<Long> number(String idOrName) {
        String digits = idOrName.replaceFirst("^id", "");
        return digits.matches("\\d{1,15}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }
}
