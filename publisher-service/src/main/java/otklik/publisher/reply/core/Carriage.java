package otklik.publisher.reply.core;

import java.util.List;
import java.util.Optional;
import otklik.contracts.incident.Attachment;
import otklik.contracts.publication.RefusalReason;

/**
 * How files get under a comment of VK, by VK's own list of who may call what: a photo of the wall is uploaded with the key of a person only
 * ({@code photos.saveWallPhoto}); a document also with the key of a community ({@code docs.save}); a video with that of a person and by a
 * method that our copy of the schema does not describe, so a person publishes it.
 */
public final class Carriage {

    private Carriage() {}

    /** A way of uploading. */
    public enum Way {
        WALL_PHOTO,
        DOCUMENT
    }

    /** @param hasUserKey whether there is the key of a person who edits the community */
    public static Way way(Attachment.Kind kind, boolean hasUserKey) {
        return kind == Attachment.Kind.PHOTO && hasUserKey ? Way.WALL_PHOTO : Way.DOCUMENT;
    }

    /**
     * Why the system will not post a reply with these files: it never posts half of a reply.
     *
     * @param most how many the network takes under one comment
     */
    public static Optional<Target.Impossible> impossible(List<Attachment> files, int most) {
        if (files.stream().anyMatch(file -> file.kind() == Attachment.Kind.VIDEO)) {
            return refused("a community's key cannot upload videos");
        }
        return files.size() > most ? refused(files.size() + " files, the network takes " + most) : Optional.empty();
    }

    private static Optional<Target.Impossible> refused(String detail) {
        return Optional.of(new Target.Impossible(RefusalReason.ATTACHMENTS, detail));
    }
}
