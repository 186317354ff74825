package otklik.standalone.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Ids of rows that have none of their own: the same file gives the same ids again, and of equal rows each keeps its own. Remembers about
 * 60 bytes per row. Not thread-safe: rows come in the order of the file.
 */
final class RowIds {

    private final Map<Long, Integer> seen = new HashMap<>();
    private final MessageDigest digest;

    RowIds() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@code row-<40 hexadecimal digits>-<n>}, n counting equal rows from 1. */
    String of(List<String> cells) {
        byte[] hash = digest.digest(String.join("\u001f", cells).getBytes(StandardCharsets.UTF_8));
        int occurrence = seen.merge(ByteBuffer.wrap(hash).getLong(), 1, Integer::sum);
        return "row-" + HexFormat.of().formatHex(hash, 0, 20) + "-" + occurrence;
    }
}
