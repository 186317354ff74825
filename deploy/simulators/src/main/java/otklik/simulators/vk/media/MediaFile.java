package otklik.simulators.vk.media;

import java.time.Instant;
import java.util.Locale;

/**
 * A photo or a document that was uploaded and saved.
 *
 * @param url where its bytes are shown
 * @param width of a photo in dots, 0 of a document
 */
public record MediaFile(
        Kind kind,
        long ownerId,
        int id,
        String title,
        String mediaType,
        long size,
        Instant at,
        String url,
        int width,
        int height) {

    /** As attachments are named: photo, doc. */
    public enum Kind {
        PHOTO,
        DOC
    }

    /** {@code photo-217000001_456239017}. */
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT) + ownerId + "_" + id;
    }
}
