package otklik.routing.incident.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/** SHA-256, hexadecimal: what holds the trail and its proofs together. */
public final class Sha256 {

    private Sha256() {}

    /** Of the text as UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(UTF_8));
    }

    /** Of names and their values in whatever order: of the lines "hash of the name, blank, hash of the value", sorted. */
    public static String of(Map<String, String> values) {
        return of(values.entrySet().stream()
                .map(entry -> of(entry.getKey()) + " " + of(entry.getValue()))
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
