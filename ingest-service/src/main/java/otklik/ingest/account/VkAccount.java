package otklik.ingest.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A community of VK whose callbacks we take.
 *
 * @param groupId positive
 * @param secret that every callback carries; never logged
 * @param confirmation what VK wants to read before it sends anything
 * @param home settlement or municipality the community is about; null or empty for a whole region
 */
public record VkAccount(
        String jurisdiction,
        long groupId,
        String secret,
        String confirmation,
        @Nullable String home) {

    /** Compares in constant time, so that the time of an answer tells nothing of the secret. */
    public boolean isSecret(String offered) {
        return MessageDigest.isEqual(bytes(secret), bytes(offered));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "VkAccount[" + jurisdiction + ", " + groupId + "]";
    }
}
