package otklik.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import otklik.contracts.post.PostKey;

/** Makes incident ids: the same post of the same jurisdiction always gives the same id, so nothing is taken in twice. */
public final class IncidentId {

    private static final UUID NAMESPACE = UUID.fromString("6c0b3c1e-55c1-5d8e-9a59-0f2f3a4d7b10");

    private IncidentId() {}

    /** UUIDv5 (RFC 9562) of jurisdiction, channel and post id. */
    public static UUID of(String jurisdiction, PostKey post) {
        return nameBased(jurisdiction + '\n' + post.channel().wire() + '\n' + post.externalId());
    }

    /** UUIDv5 of any name, for ids that must come out the same when the same work is done again. */
    public static UUID nameBased(String name) {
        byte[] hash = sha1(name);
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static byte[] sha1(String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            return digest.digest(name.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
