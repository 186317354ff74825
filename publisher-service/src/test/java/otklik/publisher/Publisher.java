package otklik.publisher;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;
import otklik.contracts.Event;
import otklik.contracts.Topics;
import otklik.contracts.publication.PublicationEvent;
import otklik.messaging.Envelope;
import otklik.messaging.EventCodec;
import otklik.messaging.EventSender;
import otklik.testkit.Platform;
import otklik.testkit.TestDatabase;

/** The service as it runs, with a network and a mail server around it and less patience than in production. One per JVM. */
public final class Publisher {

    private static final Publisher SHARED = new Publisher();

    private final TestDatabase database = TestDatabase.fresh("publisher");
    private final GreenMail mail = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final ConfigurableApplicationContext context;

    private Publisher() {
        mail.start();
        InstantSource time = () -> Instant.now().plus(Objects.requireNonNull(ahead.get()));
        context = PublisherService.application()
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("testTime", InstantSource.class, () -> time))
                .properties(Platform.settings(database))
                .properties(Map.of(
                        "VK_API_BASE", Network.apiBase(),
                        "VK_PAGE_BASE", Network.pageBase(),
                        "OTKLIK_ROUTING_URL", RoutingFiles.url(),
                        "SMTP_PORT", Integer.toString(mail.getSmtp().getPort())))
                .run(
                        "--server.port=0",
                        "--otklik.publisher.reply.sending-timeout=4s",
                        "--otklik.publisher.reply.readable=2s",
                        "--otklik.publisher.reply.between-looks=300ms",
                        "--otklik.publisher.vk.call-timeout=2s",
                        "--otklik.publisher.letter.first-pause=300ms");
    }

    /** The service's clock runs that much ahead of the machine's from now on; zero puts it right again. */
    public static void ahead(Duration by) {
        SHARED.ahead.set(by);
    }

    public static GreenMail mail() {
        return SHARED.mail;
    }

    public static int port() {
        return Integer.parseInt(SHARED.context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Forgets that the network did not answer: tests make it fail more often than it would by itself. */
    public static void closeCircuit() {
        SHARED.context.getBean(CircuitBreaker.class).reset();
    }

    /** A port that stays the same when the server is started again. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts an event on its topic. */
    public static void tell(UUID id, Event event) {
        SHARED.context
                .getBean(EventSender.class)
                .send(List.of(new Envelope(id, Instant.now(), event, null)))
                .join();
    }

    /** What the publisher has told of an incident. */
    public static List<PublicationEvent> told(UUID incident) {
        EventCodec codec = new EventCodec("test");
        return records(Topics.REPLIES_PUBLICATIONS).stream()
                .filter(record -> incident.toString().equals(record.key()))
                .map(record -> (PublicationEvent) codec.decode(record.headers(), record.value())
                        .orElseThrow()
                        .event())
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        @SuppressWarnings("unchecked")
        ConsumerFactory<String, byte[]> consumers = SHARED.context.getBean(ConsumerFactory.class);
        try (Consumer<String, byte[]> consumer = consumers.createConsumer("test", "look")) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** The first column of a query as text. */
    public static List<String> query(String sql, Object... arguments) {
        try (Connection connection = SHARED.database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < arguments.length; index++) {
                statement.setObject(index + 1, arguments[index]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static void execute(String sql) {
        SHARED.database.execute(sql);
    }

    /** The value of a counter, summed over the tags not named. */
    public static double counted(String name, String... tags) {
        var meters = SHARED.context.getBean(io.micrometer.core.instrument.MeterRegistry.class);
        return meters.find(name).tags(tags).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    /** Puts a tombstone on a reference topic. */
    public static void remove(String topic, String key) {
        @SuppressWarnings("unchecked")
        var kafka = (org.springframework.kafka.core.KafkaTemplate<String, byte[]>)
                SHARED.context.getBean(org.springframework.kafka.core.KafkaTemplate.class);
        kafka.send(new org.apache.kafka.clients.producer.ProducerRecord<>(topic, key, null))
                .join();
    }
}
