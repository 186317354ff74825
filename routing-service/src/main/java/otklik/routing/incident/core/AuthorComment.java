package otklik.routing.incident.core;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.post.Author;

/**
 * Something written in a network that may answer a question of ours. {@code author} and {@code text} are personal data.
 *
 * @param id of the incident that it is or would be
 * @param author the network's id of whoever wrote it, null if it did not tell
 * @param writtenAt by the network, or else when it came to us
 */
public record AuthorComment(
        UUID id,
        String jurisdiction,
        Channel channel,
        Map<String, String> address,
        @Nullable String author,
        @Nullable String url,
        String text,
        Instant writtenAt,
        Classification classification) {

    public static AuthorComment of(IncidentDetected detected) {
        Author author = detected.author();
        return new AuthorComment(
                detected.incidentId(),
                detected.jurisdiction(),
                detected.post().channel(),
                detected.address(),
                author == null ? null : author.externalId(),
                detected.url(),
                detected.text(),
                Objects.requireNonNullElse(detected.postedAt(), detected.detectedAt()),
                detected.classification());
    }

    /** What was registered as an incident of its own. */
    public static AuthorComment of(Incident own, @Nullable String author, String text, @Nullable Instant postedAt) {
        return new AuthorComment(
                own.id(),
                own.jurisdiction(),
                own.channel(),
                own.address(),
                author,
                own.url(),
                text,
                Objects.requireNonNullElse(postedAt, own.detectedAt()),
                own.classification());
    }

    /** Where it stands among the comments of a wall; empty for anything else. */
    Optional<WallThread> thread() {
        return WallThread.of(channel, address).filter(WallThread::isUnderAComment);
    }
}
