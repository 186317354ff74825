package otklik.sla.deadline;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import otklik.contracts.Topics;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.messaging.Envelope;
import otklik.messaging.EventCodec;
import otklik.regulation.Regulations;
import otklik.testkit.SettableTime;

/** The topology on a bench: virtual time, no broker. What it tells is read as short lines, local time of Barnaul first. */
final class Bench implements AutoCloseable {

    static final DeadlineSettings SETTINGS = new DeadlineSettings(
            "bench",
            Path.of("unused"),
            1,
            Duration.ofMillis(100),
            1000,
            Duration.ofMillis(100),
            0,
            1,
            Duration.ofSeconds(8),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            "127.0.0.1:8083",
            Duration.ofDays(365));
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.of("Asia/Barnaul"));

    final SettableTime time;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<Envelope> all = new ArrayList<>();
    private final EventCodec codec = new EventCodec("routing-service");
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> lifecycle;
    private final TestOutputTopic<String, byte[]> deadlines;
    private final TestOutputTopic<String, byte[]> deadLetters;

    Bench(String now, Path stateDir) {
        this(now, stateDir, SETTINGS);
    }

    Bench(String now, Path stateDir, DeadlineSettings settings) {
        this(now, stateDir, settings, Regulations.shipped());
    }

    Bench(String now, Path stateDir, DeadlineSettings settings, Regulations regulations) {
        time = SettableTime.at(now);
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology(settings, regulations).get(), config, time.instant());
        lifecycle = driver.createInputTopic(
                Topics.INCIDENTS_LIFECYCLE,
                new StringSerializer(),
                new ByteArraySerializer(),
                time.instant(),
                Duration.ZERO);
        deadlines =
                driver.createOutputTopic(Topics.SLA_DEADLINES, new StringDeserializer(), new ByteArrayDeserializer());
        deadLetters = driver.createOutputTopic(
                Topics.deadLettersOf(Topics.INCIDENTS_LIFECYCLE),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private DeadlineTopology topology(DeadlineSettings settings, Regulations regulations) {
        return new DeadlineTopology(new DeadlineTopology.Parts(
                settings, new EventCodec("sla-timer-service"), regulations, time, new DeadlineMetrics(meters)));
    }

    /** The clock strikes: time goes there at once, as after a downtime, and the timekeeper looks once. */
    void at(String now) {
        at(Facts.at(now));
    }

    void at(Instant now) {
        time.set(now);
        tick();
    }

    void tick() {
        driver.advanceWallClockTime(Duration.ofMillis(100));
    }

    void send(Envelope envelope) {
        ProducerRecord<String, byte[]> record = codec.encode(envelope);
        lifecycle.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), time.instant()));
    }

    void send(TestRecord<String, byte[]> record) {
        lifecycle.pipeInput(record);
    }

    TestRecord<String, byte[]> record(Envelope envelope) {
        ProducerRecord<String, byte[]> record = codec.encode(envelope);
        return new TestRecord<>(record.key(), record.value(), record.headers(), time.instant());
    }

    /** The same with the organ it is about, local time of another zone first. */
    List<String> told(ZoneId zone) {
        return events().stream()
                .map(event -> line(event, LOCAL.withZone(zone))
                        + (event.concerns() == null ? "" : " [" + event.concerns() + "]"))
                .toList();
    }

    /** What was told since one last asked. */
    List<String> told() {
        return events().stream().map(Bench::line).toList();
    }

    List<DeadlineEvent> events() {
        List<DeadlineEvent> events = new ArrayList<>();
        for (TestRecord<String, byte[]> record : deadlines.readRecordsToList()) {
            Envelope envelope = codec.decode(record.headers(), record.value()).orElseThrow();
            all.add(envelope);
            if (envelope.event() instanceof DeadlineEvent event) {
                events.add(event);
            }
        }
        return events;
    }

    List<TestRecord<String, byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    double facts(String outcome) {
        return meters.counter("otklik.sla.facts", "outcome", outcome).count();
    }

    static String line(DeadlineEvent event) {
        return line(event, LOCAL);
    }

    private static String line(DeadlineEvent event, DateTimeFormatter local) {
        return local.format(event.at()) + " " + event.stage() + " " + words(event, local);
    }

    private static String words(DeadlineEvent event, DateTimeFormatter local) {
        return switch (event.fact()) {
            case DeadlineFact.DeadlineSet ignored -> "set " + local.format(event.dueAt());
            case DeadlineFact.DeadlineMet met -> met.late() ? "met late" : "met";
            case DeadlineFact.DeadlineMoved moved ->
                "moved " + local.format(moved.previousDueAt()) + " → " + local.format(event.dueAt());
            case DeadlineFact.DeadlineCancelled cancelled -> "cancelled: " + cancelled.reason();
            case DeadlineFact.DeadlineLapsed ignored -> "lapsed";
            case DeadlineFact.DeadlineWarned warned ->
                Boolean.TRUE.equals(warned.lastSafe()) ? "warned last safe" : "warned " + warned.percent();
            case DeadlineFact.DeadlineBreached ignored -> "breached";
            case DeadlineFact.DeadlineEscalated escalated ->
                "escalated " + escalated.level() + " → " + escalated.nextLevel();
            case DeadlineFact.DeadlineReopened reopened -> reopened.breached() ? "reopened, late" : "reopened";
        };
    }

    @Override
    public void close() {
        driver.close();
    }
}
