package otklik.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.EventType;
import otklik.contracts.IncidentId;
import otklik.contracts.Topics;
import otklik.contracts.reference.OrganDescribed;
import otklik.testkit.Platform;
import otklik.testkit.TestDatabase;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The exchange of events on real Kafka and PostgreSQL. */
class MessagingIT {

    private static ConfigurableApplicationContext app;

    @BeforeAll
    static void start() {
        app = new SpringApplicationBuilder(TestApp.class)
                .properties("spring.config.name=messaging-test")
                .properties(Platform.settings(TestDatabase.fresh("messaging")))
                .run();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void eventSentTwice_isTakenOnce() {
        Envelope envelope = organ("twice");

        send(envelope);
        send(envelope);
        send(organ("after-twice"));

        await().untilAsserted(() -> assertThat(count("after-twice")).isOne());
        assertThat(count("twice")).isOne();
    }

    @Test
    void unreadableRecord_goesToTheDeadLettersAndThePartitionMovesOn() {
        kafka().send(new ProducerRecord<>(Topics.REFERENCE_ORGANS, "junk", "not an event".getBytes(UTF_8)))
                .join();
        send(organ("after-junk"));

        await().untilAsserted(() -> assertThat(count("after-junk")).isOne());
        assertThat(letters().list())
                .anySatisfy(letter -> assertThat(letter)
                        .returns("junk", DeadLetter::key)
                        .returns("test.organs", DeadLetter::consumer)
                        .returns(null, DeadLetter::replayedAt));
    }

    @Test
    void unknownTypeOfANewerRelease_isSkipped() {
        Envelope known = organ("newer");
        ProducerRecord<String, byte[]> record = new EventCodec("x").encode(known);
        record.headers().remove("ce_type").add("ce_type", "otklik.organ.merged.v7".getBytes(UTF_8));

        kafka().send(record).join();
        send(organ("after-newer"));

        await().untilAsserted(() -> assertThat(count("after-newer")).isOne());
        assertThat(count("newer")).isZero();
        assertThat(letters().list()).noneMatch(letter -> "newer".equals(letter.key()));
    }

    @Test
    void typeThatTheConsumerDoesNotTake_isPassedOverUnread() {
        Envelope other = organ("not-taken");
        ProducerRecord<String, byte[]> encoded = new EventCodec("x").encode(other);
        encoded.headers().remove("ce_type").add("ce_type", "otklik.person.described.v1".getBytes(UTF_8));
        kafka().send(new ProducerRecord<>(
                        encoded.topic(), null, encoded.key(), "not to be read".getBytes(UTF_8), encoded.headers()))
                .join();
        send(organ("after-not-taken"));

        await().untilAsserted(() -> assertThat(count("after-not-taken")).isOne());
        assertThat(count("not-taken")).isZero();
        assertThat(number("select count(*) from inbox where event_id = '" + other.id() + "'"))
                .isZero();
        assertThat(letters().list()).noneMatch(letter -> "not-taken".equals(letter.key()));
    }

    @Test
    void deadLetterSentAgain_isTakenWhenTheCauseIsGone() {
        Organs.BROKEN.add("poison");
        send(organ("poison"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(letters().list())
                        .anyMatch(letter ->
                                "poison".equals(letter.key()) && letter.cause().contains("cannot be taken")));
        assertThat(count("poison")).isZero();
        Organs.BROKEN.remove("poison");

        UUID id = letters().list().stream()
                .filter(letter -> "poison".equals(letter.key()))
                .findFirst()
                .orElseThrow()
                .id();
        letters().replay(id);

        await().untilAsserted(() -> assertThat(count("poison")).isOne());
        assertThat(letters().list()).anyMatch(letter -> letter.id().equals(id) && letter.replayedAt() != null);
    }

    @Test
    void oneThatCannotBeTaken_takesNobodyElseWithIt() {
        Organs.BROKEN.add("crowd-77");
        List<Envelope> crowd =
                IntStream.range(0, 300).mapToObj(n -> organ("crowd-" + n)).toList();

        app.getBean(EventSender.class)
                .send(Collections.nCopies(2, crowd).stream()
                        .flatMap(List::stream)
                        .toList())
                .join();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(letters().list())
                        .filteredOn(letter -> "crowd-77".equals(letter.key()))
                        .hasSize(2));
        await().untilAsserted(() -> assertThat(taken("crowd-%")).isEqualTo(299));
        Organs.BROKEN.remove("crowd-77");
    }

    @Test
    void outbox_isCarriedInOrderAndOnce() {
        database()
                .sql("insert into outgoing (organ) select 'out-' || n from generate_series(1, 1200) n")
                .then()
                .block(Duration.ofSeconds(5));
        app.getBean(OutboxRelay.class).wake();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(taken("out-%")).isEqualTo(1200));
        assertThat(number("select count(*) from outgoing where not sent")).isZero();
    }

    @Test
    void metrics_balance() {
        send(organ("balance"));
        await().untilAsserted(() -> assertThat(count("balance")).isOne());
        MeterRegistry meters = app.getBean(MeterRegistry.class);

        await().untilAsserted(() -> {
            double received = meters.get("otklik.consumer.received")
                    .tag("consumer", "test.organs")
                    .counter()
                    .count();
            double ended = meters.get("otklik.consumer.records").tag("consumer", "test.organs").counters().stream()
                    .mapToDouble(counter -> counter.count())
                    .sum();
            assertThat(received).isEqualTo(ended).isPositive();
        });
    }

    private static Envelope organ(String id) {
        return new Envelope(UUID.randomUUID(), Instant.now(), new OrganDescribed(id, "altai-krai", id, null), null);
    }

    private static void send(Envelope envelope) {
        app.getBean(EventSender.class).send(List.of(envelope)).join();
    }

    @SuppressWarnings("unchecked")
    private static KafkaTemplate<String, byte[]> kafka() {
        return app.getBean(KafkaTemplate.class);
    }

    private static DeadLetters letters() {
        return app.getBean(DeadLetters.class);
    }

    private static DatabaseClient database() {
        return app.getBean(DatabaseClient.class);
    }

    private static long count(String organ) {
        return taken(organ);
    }

    private static long taken(String pattern) {
        return number("select count(*) from taken where organ like '" + pattern + "'");
    }

    private static long number(String sql) {
        Long found =
                database().sql(sql).map(row -> row.get(0, Long.class)).one().block(Duration.ofSeconds(5));
        return found == null ? -1 : found;
    }

    /** A service in miniature. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(InboxConfiguration.class)
    static class TestApp {

        @Bean
        Organs organs(DatabaseClient database) {
            return new Organs(database);
        }

        @Bean
        OutboxRelay relay(
                DatabaseClient database,
                EventSender sender,
                TransactionalOperator transaction,
                InstantSource time,
                MeterRegistry meters) {
            return new OutboxRelay(new Outgoing(database), sender, database, transaction, time, meters);
        }
    }

    record Organs(DatabaseClient database) implements EventConsumer {

        static final Set<String> BROKEN = ConcurrentHashMap.newKeySet();

        @Override
        public String group() {
            return "test.organs";
        }

        @Override
        public Set<String> topics() {
            return Set.of(Topics.REFERENCE_ORGANS);
        }

        @Override
        public boolean takes(EventType type) {
            return type.equals(EventType.of(OrganDescribed.class));
        }

        @Override
        public Mono<Void> on(Envelope envelope) {
            Mono<Void> insert = database.sql("insert into taken (organ) values (:organ)")
                    .bind("organ", envelope.event().key())
                    .then();
            return BROKEN.contains(envelope.event().key())
                    ? insert.then(Mono.error(new IllegalStateException("cannot be taken")))
                    : insert;
        }
    }

    record Outgoing(DatabaseClient database) implements Outbox {

        @Override
        public Flux<Entry> unsent(int limit) {
            return database.sql("select position, organ from outgoing where not sent order by position limit " + limit)
                    .map(row -> {
                        String organ = String.valueOf(row.get("organ", String.class));
                        return Entry.of(
                                ((Number) Objects.requireNonNull(row.get("position"))).longValue(),
                                IncidentId.nameBased(organ),
                                Instant.EPOCH,
                                new OrganDescribed(organ, "altai-krai", organ, null),
                                null);
                    })
                    .all();
        }

        @Override
        public Mono<Void> markSent(List<Long> positions, Instant at) {
            return database.sql("update outgoing set sent = true where position = any(:positions)")
                    .bind("positions", positions.toArray(Long[]::new))
                    .then();
        }
    }
}
