package otklik.simulators.vk.api;

import static otklik.simulators.vk.VkSettings.TokenKind.GROUP;
import static otklik.simulators.vk.VkSettings.TokenKind.USER;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.VkSettings.Token;
import otklik.simulators.vk.VkSettings.TokenKind;
import otklik.simulators.vk.media.Media;
import otklik.simulators.vk.media.MediaFile;
import otklik.simulators.vk.wire.VkAttachment;

/** {@code docs.save}: makes a document of what was uploaded. */
@Component
class DocsSave implements VkMethod {

    private final Media media;

    DocsSave(Media media) {
        this.media = media;
    }

    @Override
    public String name() {
        return "docs.save";
    }

    @Override
    public Set<TokenKind> tokens() {
        return Set.of(USER, GROUP);
    }

    @Override
    public Object answer(Token token, Parameters parameters) {
        String file = parameters.text("file").orElseThrow(() -> Parameters.missing("file"));
        return media.save(MediaFile.Kind.DOC, file, parameters.text("title").orElse(null))
                .map(VkAttachment::of)
                .orElseThrow(() -> new Refused(VkError.SAVE_FILE));
    }
}
