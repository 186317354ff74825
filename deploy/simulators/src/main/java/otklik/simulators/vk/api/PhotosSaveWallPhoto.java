package otklik.simulators.vk.api;

import static otklik.simulators.vk.VkSettings.TokenKind.USER;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.VkSettings.Token;
import otklik.simulators.vk.VkSettings.TokenKind;
import otklik.simulators.vk.media.Media;
import otklik.simulators.vk.media.MediaFile;
import otklik.simulators.vk.wire.VkAttachment;

/** {@code photos.saveWallPhoto}: with what the upload was answered. */
@Component
class PhotosSaveWallPhoto implements VkMethod {

    private final Media media;
    private final Communities communities;

    PhotosSaveWallPhoto(Media media, Communities communities) {
        this.media = media;
        this.communities = communities;
    }

    @Override
    public String name() {
        return "photos.saveWallPhoto";
    }

    @Override
    public Set<TokenKind> tokens() {
        return Set.of(USER);
    }

    @Override
    public Object answer(Token token, Parameters parameters) {
        communities.groupOf(token, parameters);
        String photo = parameters.text("photo").orElseThrow(() -> Parameters.missing("photo"));
        if (parameters.integer("server").isEmpty()) {
            throw new Refused(VkError.PARAM_SERVER);
        }
        String hash = parameters.text("hash").orElse("");
        if (hash.isEmpty() || !photo.contains(hash)) {
            throw new Refused(VkError.PARAM_HASH);
        }
        return List.of(media.save(MediaFile.Kind.PHOTO, hash, null)
                .map(VkAttachment.Photo::of)
                .orElseThrow(() -> new Refused(VkError.PARAM_HASH)));
    }
}
