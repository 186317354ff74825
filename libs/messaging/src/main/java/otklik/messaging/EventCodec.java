package otklik.messaging;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Event;
import otklik.contracts.EventType;
import otklik.contracts.Json;
import tools.jackson.core.JacksonException;

/** Events to Kafka records and back: CloudEvents 1.0 in binary mode, JSON data. Thread-safe. */
public final class EventCodec {

    private static final String CAUSATION = "causationid";
    private static final String JURISDICTION = "jurisdiction";

    private final URI source;

    /** @param service name of the service that writes, e.g. {@code routing-service}; becomes {@code ce_source} */
    public EventCodec(String service) {
        source = URI.create("otklik:" + service);
    }

    public ProducerRecord<String, byte[]> encode(Envelope envelope) {
        Event event = envelope.event();
        EventType type = EventType.of(event);
        CloudEventBuilder cloudEvent = CloudEventBuilder.v1()
                .withId(envelope.id().toString())
                .withSource(source)
                .withType(type.name())
                .withSubject(event.key())
                .withTime(envelope.time().atOffset(ZoneOffset.UTC))
                .withExtension(JURISDICTION, event.jurisdiction())
                .withDataContentType("application/json")
                .withData(Json.mapper().writeValueAsBytes(event));
        if (envelope.causationId() != null) {
            cloudEvent.withExtension(CAUSATION, envelope.causationId());
        }
        return KafkaMessageFactory.<String>createWriter(type.topic(), event.key())
                .writeBinary(cloudEvent.build());
    }

    /**
     * @return empty if this release does not know the type: a newer writer, to be skipped and counted
     * @throws UnreadableRecord if it is no CloudEvent or its data does not fit its type
     */
    public Optional<Envelope> decode(Headers headers, byte @Nullable [] value) {
        CloudEvent cloudEvent = read(headers, value);
        return EventType.named(cloudEvent.getType()).map(type -> decode(type, cloudEvent));
    }

    private static CloudEvent read(Headers headers, byte @Nullable [] value) {
        try {
            return KafkaMessageFactory.createReader(headers, value).toEvent();
        } catch (CloudEventRWException | IllegalArgumentException | NullPointerException e) {
            throw new UnreadableRecord("not a CloudEvent in binary mode: " + e.getMessage(), e);
        }
    }

    private static Envelope decode(EventType type, CloudEvent cloudEvent) {
        if (cloudEvent.getData() == null || cloudEvent.getTime() == null) {
            throw new UnreadableRecord(type.name() + " without data or ce_time");
        }
        try {
            Event event = Json.mapper().readValue(cloudEvent.getData().toBytes(), type.dataClass());
            Object causation = cloudEvent.getExtension(CAUSATION);
            return new Envelope(
                    UUID.fromString(cloudEvent.getId()),
                    cloudEvent.getTime().toInstant(),
                    event,
                    causation == null ? null : causation.toString());
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UnreadableRecord("the data of a " + type.name() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
