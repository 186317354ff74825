package otklik.contracts.post;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Event;
import otklik.contracts.PersonalData;

/**
 * A post, comment or message as it came, normalised. {@code author} and {@code text} are personal data.
 *
 * @param address what the network needs to reply there, e.g. {@code owner_id, post_id, comment_id} for VK; may be empty
 * @param postedAt when the author wrote it, if the network told
 * @param receivedAt when it came to us: the moment of detection from which the terms run
 * @param given what the sender already knew of its classification
 */
public record PostReceived(
        String jurisdiction,
        PostKey post,
        PostKind kind,
        Origin origin,
        @Nullable String url,
        @PersonalData String text,
        @PersonalData @Nullable Author author,
        Map<String, String> address,
        @Nullable Instant postedAt,
        Instant receivedAt,
        @Nullable Given given)
        implements Event {

    /** Classification that came with the post, e.g. from the export of another system; trusted above the classifier's. */
    public record Given(
            @Nullable String topicGroup,
            @Nullable String topic,
            @Nullable String location) {}

    @Override
    public String key() {
        return post.toString();
    }
}
