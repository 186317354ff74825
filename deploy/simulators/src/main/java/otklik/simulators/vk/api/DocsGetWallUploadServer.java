package otklik.simulators.vk.api;

import static otklik.simulators.vk.VkSettings.TokenKind.GROUP;
import static otklik.simulators.vk.VkSettings.TokenKind.USER;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.VkSettings.Token;
import otklik.simulators.vk.VkSettings.TokenKind;
import otklik.simulators.vk.media.Media;
import otklik.simulators.vk.media.MediaFile;

/** {@code docs.getWallUploadServer}: with the key of a community too. */
@Component
class DocsGetWallUploadServer implements VkMethod {

    private final Media media;
    private final Communities communities;

    DocsGetWallUploadServer(Media media, Communities communities) {
        this.media = media;
        this.communities = communities;
    }

    record Server(String uploadUrl) {}

    @Override
    public String name() {
        return "docs.getWallUploadServer";
    }

    @Override
    public Set<TokenKind> tokens() {
        return Set.of(USER, GROUP);
    }

    @Override
    public Object answer(Token token, Parameters parameters) {
        return new Server(media.open(MediaFile.Kind.DOC, -communities.groupOf(token, parameters)));
    }
}
