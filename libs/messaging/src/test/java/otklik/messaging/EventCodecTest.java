package otklik.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;

/** What we write and read is what the library of CloudEvents writes and reads. */
class EventCodecTest {

    private static final Instant AT = Instant.parse("2026-06-10T09:20:00.123456Z");
    private static final UUID ID = UUID.fromString("6c0b3c1e-55c1-5d8e-9a59-0f2f3a4d7b10");
    private static final IncidentEvent EVENT =
            new IncidentEvent(ID, "altai-krai", 3, AT, Actor.SYSTEM, new IncidentFact.IncidentClosed("Готово"));

    private final EventCodec codec = new EventCodec("routing-service");

    @Test
    void whatIsWritten_isReadByTheLibrary() {
        ProducerRecord<String, byte[]> record = codec.encode(new Envelope(ID, AT, EVENT, "cause"));

        CloudEvent read = KafkaMessageFactory.createReader(record.headers(), record.value())
                .toEvent();

        assertThat(read.getId()).isEqualTo(ID.toString());
        assertThat(read.getType()).isEqualTo("otklik.incident.closed.v1");
        assertThat(read.getSource()).isEqualTo(URI.create("otklik:routing-service"));
        assertThat(read.getSubject()).isEqualTo(ID.toString());
        assertThat(read.getTime()).isEqualTo(AT.atOffset(ZoneOffset.UTC));
        assertThat(read.getDataContentType()).isEqualTo("application/json");
        assertThat(read.getExtension("causationid")).isEqualTo("cause");
        assertThat(read.getExtension("jurisdiction")).isEqualTo("altai-krai");
        assertThat(Json.mapper()
                        .readValue(Objects.requireNonNull(read.getData()).toBytes(), IncidentEvent.class))
                .isEqualTo(EVENT);
    }

    @Test
    void whatTheLibraryWrites_isRead() {
        CloudEvent written = CloudEventBuilder.v1()
                .withId(ID.toString())
                .withSource(URI.create("otklik:other"))
                .withType("otklik.incident.closed.v1")
                .withTime(AT.atOffset(ZoneOffset.ofHours(7)))
                .withData(Json.mapper().writeValueAsBytes(EVENT))
                .build();
        ProducerRecord<String, byte[]> record =
                KafkaMessageFactory.<String>createWriter("topic", "key").writeBinary(written);

        assertThat(codec.decode(record.headers(), record.value())).contains(new Envelope(ID, AT, EVENT, null));
    }

    @Test
    void anUnknownType_isSkipped_andNonsenseIsRefused() {
        Headers unknown = headers().add("ce_type", "otklik.incident.danced.v1".getBytes(UTF_8));
        Headers noTime = headers().add("ce_type", "otklik.incident.closed.v1".getBytes(UTF_8));

        assertThat(codec.decode(unknown, new byte[] {'{', '}'})).isEmpty();
        assertThatThrownBy(() -> codec.decode(noTime, new byte[] {'{', '}'}))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("without data or ce_time");
        assertThatThrownBy(() -> codec.decode(new RecordHeaders(), null))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("CloudEvent");
        assertThatThrownBy(() -> codec.decode(headers(), null))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("ce_type");
    }

    private static Headers headers() {
        return new RecordHeaders()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_source", "otklik:x".getBytes(UTF_8))
                .add("ce_id", ID.toString().getBytes(UTF_8));
    }
}
