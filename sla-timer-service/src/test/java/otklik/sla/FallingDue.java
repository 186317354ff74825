package otklik.sla;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.Topics;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKind;
import otklik.contracts.sla.DeadlineEvent;
import otklik.messaging.Envelope;
import otklik.messaging.EventCodec;

/** Incidents of Altai Krai whose routing term (AK-6, half an hour) runs out when a test wants it to, and what was told of them on a Kafka. */
final class FallingDue {

    private static final Duration TERM = Duration.ofMinutes(30);
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final String SET = "otklik.deadline.set.v1";
    private static final String BREACHED = "otklik.deadline.breached.v1";

    private final EventCodec codec = new EventCodec("routing-service");
    private final String bootstrap;
    private final String series;
    private final Set<UUID> incidents = new HashSet<>();
    /** What was read so far, and how far that is: each look goes on from there. */
    private final Set<UUID> set = new HashSet<>();

    private final List<Breach> breaches = new ArrayList<>();
    private final Map<TopicPartition, Long> readUpTo = new HashMap<>();

    /** @param series keeps the incidents of one test apart from those of the others */
    FallingDue(String bootstrap, String series) {
        this.bootstrap = bootstrap;
        this.series = series;
    }

    /** Registers that many incidents more; returns when Kafka has them. */
    void register(int count, IntFunction<Instant> dueAt) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "acks",
                        "all",
                        "linger.ms",
                        10,
                        "batch.size",
                        128 * 1024,
                        // The first batches of a partition must not overtake one another: a broker under load would
                        // have them repeated for minutes.
                        "max.in.flight.requests.per.connection",
                        1),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                UUID incident = IncidentId.nameBased(series + ' ' + incidents.size());
                incidents.add(incident);
                var unused = producer.send(
                        codec.encode(registered(incident, dueAt.apply(i).minus(TERM))));
            }
            producer.flush();
        }
    }

    private static Envelope registered(UUID incident, Instant detected) {
        Instant detectedAt = detected.truncatedTo(ChronoUnit.MICROS);
        IncidentFact fact = new IncidentFact.IncidentRegistered(
                "АК-1",
                Channel.VK,
                PostKind.POST,
                null,
                new Classification("Дороги", "Ямы", null, Importance.NORMAL, Screening.CLEAN, 1, List.of(), "test/1"),
                detectedAt);
        IncidentEvent event = new IncidentEvent(incident, "altai-krai", 1, detectedAt, Actor.SYSTEM, fact);
        return new Envelope(IncidentId.nameBased(incident + "/1"), detectedAt, event, null);
    }

    /** Until the service has set the clocks of all that were registered so far. */
    void awaitAllSet() {
        await().pollInterval(LOOK).atMost(Duration.ofMinutes(3)).until(() -> {
            look();
            return set.containsAll(incidents);
        });
    }

    /** Until one was told of each; then holds that there is exactly one of each, at its due instant, and none was told before it. */
    void awaitEachOnce(Duration atMost) {
        await().pollInterval(LOOK).atMost(atMost).until(() -> breaches().size() >= incidents.size());
        assertThat(breaches())
                .hasSize(incidents.size())
                .extracting(breach -> breach.event().incidentId())
                .doesNotHaveDuplicates();
    }

    /** A breach, and what the service's clock showed when it told of it. */
    record Breach(DeadlineEvent event, Instant toldAt, int partition) {}

    /** Of the routing term, as a reader of committed records sees them; holds that none was told early. */
    List<Breach> breaches() {
        look();
        return List.copyOf(breaches);
    }

    private void look() {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", bootstrap);
        config.put("isolation.level", "read_committed");
        config.put("max.poll.records", 10_000);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            if (consumer.listTopics().containsKey(Topics.SLA_DEADLINES)) {
                goOn(consumer);
            }
        }
    }

    private void goOn(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.SLA_DEADLINES).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, readUpTo.getOrDefault(partition, 0L)));
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(this::take);
            partitions.forEach(partition -> readUpTo.put(partition, consumer.position(partition)));
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        switch (type == null ? "" : new String(type.value(), UTF_8)) {
            case SET -> set.add(UUID.fromString(record.key()));
            case BREACHED -> takeBreach(record);
            default -> {
                // A warning and the like.
            }
        }
    }

    private void takeBreach(ConsumerRecord<String, byte[]> record) {
        DeadlineEvent event = (DeadlineEvent)
                codec.decode(record.headers(), record.value()).orElseThrow().event();
        if (event.stage().equals("route") && incidents.contains(event.incidentId())) {
            Instant toldAt = Instant.ofEpochMilli(record.timestamp());
            assertThat(event.at()).isEqualTo(event.dueAt());
            assertThat(toldAt).isAfter(event.dueAt());
            breaches.add(new Breach(event, toldAt, record.partition()));
        }
    }
}
