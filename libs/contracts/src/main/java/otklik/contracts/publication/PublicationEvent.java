package otklik.contracts.publication;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;
import otklik.contracts.Event;

/** What became of a reply. {@code at} is when the publisher knew. */
public record PublicationEvent(
        UUID incidentId, String jurisdiction, UUID replyId, Channel channel, Instant at, PublicationFact fact)
        implements Event {

    @Override
    public String key() {
        return incidentId.toString();
    }

    @Override
    public Object subject() {
        return fact;
    }

    /** What became of it. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = PublicationFact.PublicationSucceeded.class, name = "publication.succeeded"),
        @JsonSubTypes.Type(value = PublicationFact.PublicationRefused.class, name = "publication.refused")
    })
    public sealed interface PublicationFact {

        /**
         * It stands there.
         *
         * @param remoteId id in the network
         * @param textSha256 of the text as it was sent, hexadecimal: the proof of what was said
         */
        record PublicationSucceeded(String remoteId, String permalink, Instant publishedAt, String textSha256)
                implements PublicationFact {}

        /**
         * The system will not post it; a person is needed.
         *
         * @param reason name of a {@link RefusalReason}
         */
        record PublicationRefused(String reason, @Nullable String detail) implements PublicationFact {}
    }
}
