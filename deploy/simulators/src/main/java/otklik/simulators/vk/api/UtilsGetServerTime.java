package otklik.simulators.vk.api;

import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.VkSettings.Token;
import otklik.simulators.vk.VkSettings.TokenKind;

/** {@code utils.getServerTime}, in Unix seconds. */
@Component
class UtilsGetServerTime implements VkMethod {

    private final InstantSource time;

    UtilsGetServerTime(InstantSource time) {
        this.time = time;
    }

    @Override
    public String name() {
        return "utils.getServerTime";
    }

    @Override
    public Set<TokenKind> tokens() {
        return Set.of(TokenKind.values());
    }

    @Override
    public Object answer(Token token, Parameters parameters) {
        return time.instant().getEpochSecond();
    }
}
