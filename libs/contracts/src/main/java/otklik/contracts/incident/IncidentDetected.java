package otklik.contracts.incident;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Event;
import otklik.contracts.PersonalData;
import otklik.contracts.post.Author;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;

/**
 * A post found to be an incident, classified. {@code author} and {@code text} are personal data.
 *
 * @param address what the network needs to reply there
 * @param detectedAt the start of the terms counted "from detection" (AK-6, AK-8)
 */
public record IncidentDetected(
        UUID incidentId,
        String jurisdiction,
        PostKey post,
        PostKind kind,
        @Nullable String url,
        @PersonalData String text,
        @PersonalData @Nullable Author author,
        Map<String, String> address,
        @Nullable Instant postedAt,
        Instant detectedAt,
        Classification classification)
        implements Event {

    @Override
    public String key() {
        return incidentId.toString();
    }
}
