package otklik.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Event;
import otklik.contracts.EventType;
import otklik.contracts.InstantText;
import otklik.contracts.Json;
import tools.jackson.core.JacksonException;

/**
 * Events to Kafka records and back: CloudEvents 1.0 in binary mode, JSON data. The headers are written and read here rather than by the
 * library of CloudEvents, which takes as long as all of the JSON; a test holds that the library reads what is written and the other way
 * round. Thread-safe.
 */
public final class EventCodec {

    private static final String TYPE = "ce_type";
    private static final byte[] VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    private final byte[] source;

    /** @param service name of the service that writes, e.g. {@code routing-service}; becomes {@code ce_source} */
    public EventCodec(String service) {
        source = ("otklik:" + service).getBytes(UTF_8);
    }

    public ProducerRecord<String, byte[]> encode(Envelope envelope) {
        Event event = envelope.event();
        EventType type = EventType.of(event);
        Headers headers = new RecordHeaders()
                .add("ce_specversion", VERSION)
                .add("ce_id", bytes(envelope.id().toString()))
                .add("ce_source", source)
                .add(TYPE, bytes(type.name()))
                .add("ce_subject", bytes(event.key()))
                .add("ce_time", bytes(InstantText.write(envelope.time())))
                .add("ce_jurisdiction", bytes(event.jurisdiction()))
                .add("content-type", JSON);
        if (envelope.causationId() != null) {
            headers.add("ce_causationid", bytes(envelope.causationId()));
        }
        return new ProducerRecord<>(
                type.topic(), null, event.key(), Json.mapper().writeValueAsBytes(event), headers);
    }

    /** The type that the headers name, without a look at anything else; empty if there is none or this release does not know it. */
    public static Optional<EventType> type(Headers headers) {
        return Optional.ofNullable(text(headers, TYPE)).flatMap(EventType::named);
    }

    /**
     * @return empty if this release does not know the type: a newer writer, to be skipped and counted
     * @throws UnreadableRecord if it is no CloudEvent or its data does not fit its type
     */
    public Optional<Envelope> decode(Headers headers, byte @Nullable [] value) {
        if (!"1.0".equals(text(headers, "ce_specversion"))) {
            throw new UnreadableRecord("not a CloudEvent 1.0 in binary mode");
        }
        required(headers, "ce_source");
        String id = required(headers, "ce_id");
        return EventType.named(required(headers, TYPE)).map(type -> decode(type, id, headers, value));
    }

    private static Envelope decode(EventType type, String id, Headers headers, byte @Nullable [] value) {
        String time = text(headers, "ce_time");
        if (value == null || time == null) {
            throw new UnreadableRecord(type.name() + " without data or ce_time");
        }
        try {
            return new Envelope(
                    UUID.fromString(id),
                    InstantText.read(time),
                    Json.mapper().readValue(value, type.dataClass()),
                    text(headers, "ce_causationid"));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new UnreadableRecord("the data of a " + type.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String required(Headers headers, String name) {
        String value = text(headers, name);
        if (value == null || value.isEmpty()) {
            throw new UnreadableRecord("not a CloudEvent in binary mode: no " + name);
        }
        return value;
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
