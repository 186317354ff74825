package otklik.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import otklik.contracts.sla.DeadlineFact.DeadlineBreached;
import otklik.messaging.Envelope;
import otklik.messaging.EventCodec;
import otklik.testkit.Platform;
import otklik.testkit.TestKafka;

/**
 * The service as a process of its own, killed with -9 while deadlines fall due every few milliseconds, and started again without its disk:
 * each breach is told exactly once, with its own instant, none before its time.
 */
class KilledIT {

    private static final int INCIDENTS = 1_000;
    private static final Duration SPREAD = Duration.ofSeconds(25);
    private static final String RUN = "killed " + ProcessHandle.current().pid();

    private final EventCodec codec = new EventCodec("routing-service");
    /** Keeps the incidents of one test apart from those of the other. */
    private String series = RUN;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aKilledService_losesNothing_doublesNothing_andIsNeverEarly() {
        series = RUN + " alone";
        Process first = startService("alone", "first");
        try {
            makeThemFallDue();
        } finally {
            first.destroyForcibly().onExit().join();
        }
        assertThat(breaches().size()).isLessThan(INCIDENTS);

        Process second = startService("alone", "second");
        try {
            awaitEachOnce();
        } finally {
            second.destroyForcibly().onExit().join();
        }
    }

    /** The one that is left takes over what the killed one kept. */
    @Test
    void oneOfTwoInstances_killed_isReplacedByTheOther() {
        series = RUN + " two";
        Process first = startService("two", "one");
        Process second = startService("two", "other");
        try {
            makeThemFallDue();
            first.destroyForcibly().onExit().join();
            awaitEachOnce();
        } finally {
            first.destroyForcibly().onExit().join();
            second.destroyForcibly().onExit().join();
        }
    }

    /** Returns while they do: a tenth was told. */
    private void makeThemFallDue() {
        await().atMost(Duration.ofSeconds(90)).until(KilledIT::isTopicThere);
        UUID probe = IncidentId.nameBased(series + " probe");
        send(List.of(registered(probe, Instant.parse("2026-06-10T09:20:00Z"))));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> records().stream().anyMatch(record -> record.key().equals(probe.toString())));
        // Half an hour ago and later: they fall due from a few seconds from now on.
        register(Instant.now().minus(Duration.ofMinutes(30)).plusSeconds(5));
        await().atMost(Duration.ofSeconds(90)).until(() -> breaches().size() > INCIDENTS / 10);
    }

    private void awaitEachOnce() {
        await().atMost(Duration.ofMinutes(2)).until(() -> breaches().size() >= INCIDENTS);
        List<Envelope> breaches = breaches();
        assertThat(breaches).hasSize(INCIDENTS).extracting(Envelope::id).doesNotHaveDuplicates();
    }

    private void register(Instant earliest) {
        List<Envelope> facts = new ArrayList<>();
        for (int i = 0; i < INCIDENTS; i++) {
            Instant detectedAt =
                    earliest.plus(SPREAD.multipliedBy(i).dividedBy(INCIDENTS)).truncatedTo(ChronoUnit.MICROS);
            facts.add(registered(incident(i), detectedAt));
        }
        send(facts);
    }

    private void send(List<Envelope> facts) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", TestKafka.bootstrapServers());
        config.put("acks", "all");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (Envelope fact : facts) {
                var unused = producer.send(codec.encode(fact));
            }
            producer.flush();
        }
    }

    private static Envelope registered(UUID incident, Instant detectedAt) {
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

    private UUID incident(int i) {
        return IncidentId.nameBased(series + " " + i);
    }

    /** Of the routing term of our incidents, as a reader of committed records sees them; checks that none was told early. */
    private List<Envelope> breaches() {
        Set<UUID> ours = new HashSet<>();
        for (int i = 0; i < INCIDENTS; i++) {
            ours.add(incident(i));
        }
        List<Envelope> breaches = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records()) {
            Envelope envelope = codec.decode(record.headers(), record.value()).orElseThrow();
            if (envelope.event() instanceof DeadlineEvent event
                    && event.fact() instanceof DeadlineBreached
                    && event.stage().equals("route")
                    && ours.contains(event.incidentId())) {
                assertThat(event.at()).isEqualTo(event.dueAt());
                assertThat(Instant.ofEpochMilli(record.timestamp())).isAfter(event.dueAt());
                breaches.add(envelope);
            }
        }
        return breaches;
    }

    private static List<ConsumerRecord<String, byte[]>> records() {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo info : consumer.partitionsFor(Topics.SLA_DEADLINES)) {
                partitions.add(new TopicPartition(info.topic(), info.partition()));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static boolean isTopicThere() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            return consumer.listTopics().containsKey(Topics.SLA_DEADLINES);
        }
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", TestKafka.bootstrapServers());
        config.put("isolation.level", "read_committed");
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Process startService(String application, String name) {
        ProcessBuilder process = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SlaTimerService.class.getName(),
                "--server.port=0");
        Platform.settings().forEach((key, value) -> process.environment().put(key, value.toString()));
        process.environment().remove("server.port");
        process.environment().put("SLA_STATE_DIR", folder.resolve(name).toString());
        process.environment().put("SLA_APPLICATION_ID", "sla-killed-it-" + application);
        process.environment().put("SLA_SESSION_TIMEOUT", "6s");
        process.redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        try {
            return process.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
