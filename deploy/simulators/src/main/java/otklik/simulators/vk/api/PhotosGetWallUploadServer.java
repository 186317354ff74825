package otklik.simulators.vk.api;

import static otklik.simulators.vk.VkSettings.TokenKind.USER;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.VkSettings.Token;
import otklik.simulators.vk.VkSettings.TokenKind;
import otklik.simulators.vk.media.Media;
import otklik.simulators.vk.media.MediaFile;

/** {@code photos.getWallUploadServer}: with the key of a person only. */
@Component
class PhotosGetWallUploadServer implements VkMethod {

    /** VK's number for the album of a wall. */
    static final int WALL_ALBUM = -14;

    private final Media media;
    private final Communities communities;

    PhotosGetWallUploadServer(Media media, Communities communities) {
        this.media = media;
        this.communities = communities;
    }

    record Server(int albumId, String uploadUrl, long userId, long groupId) {}

    @Override
    public String name() {
        return "photos.getWallUploadServer";
    }

    @Override
    public Set<TokenKind> tokens() {
        return Set.of(USER);
    }

    @Override
    public Object answer(Token token, Parameters parameters) {
        long group = communities.groupOf(token, parameters);
        return new Server(WALL_ALBUM, media.open(MediaFile.Kind.PHOTO, -group), token.id(), group);
    }
}
