package otklik.simulators.vk.api;

import java.util.Set;
import otklik.simulators.vk.VkSettings.Token;
import otklik.simulators.vk.VkSettings.TokenKind;

/** One method of the API. */
interface VkMethod {

    /** The name on the wire; case matters. */
    String name();

    /** The kinds of token that may call it, as VK's schema says. */
    Set<TokenKind> tokens();

    /** What goes into {@code response}; throws {@link Refused} for an error. */
    Object answer(Token token, Parameters parameters);
}
