package otklik.ingest.intake.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import otklik.contracts.IncidentId;
import otklik.contracts.post.PostReceived;

/** Names that come out the same whenever the same post comes in again. */
public final class Fingerprint {

    private Fingerprint() {}

    /** Id of the event that tells of the post: whoever has seen it ignores the repetition. */
    public static UUID eventId(PostReceived post) {
        return IncidentId.nameBased("post.received\n" + post.jurisdiction() + '\n' + post.post());
    }

    /** SHA-256 of the text, hexadecimal: tells an edited post from a repeated one. */
    public static String ofText(PostReceived post) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(post.text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
