package otklik.sla.deadline;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Runs the topology. Starts as soon as Kafka answers and the topics are there, however long that takes, and says goodbye when it stops, so
 * that another instance takes over at once. A thread that dies is replaced.
 */
final class DeadlineStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeadlineStreams.class);
    private static final Duration GOODBYE = Duration.ofSeconds(20);
    private static final long RETRY_SECONDS = 1;
    /** An instance that is to take over learns of it with its next heartbeat. */
    private static final Duration HEARTBEAT = Duration.ofMillis(300);

    private final Topology topology;
    private final DeadlineSettings settings;
    private final Map<String, Object> connection;
    private final KafkaAdmin admin;
    private final Restores restores;
    private @Nullable ExecutorService starter;
    private volatile @Nullable KafkaStreams streams;

    /** @param connection bootstrap servers and security, as every client of this service has them */
    DeadlineStreams(
            Topology topology,
            DeadlineSettings settings,
            Map<String, Object> connection,
            KafkaAdmin admin,
            Restores restores) {
        this.topology = topology;
        this.settings = settings;
        this.connection = Map.copyOf(connection);
        this.admin = admin;
        this.restores = restores;
    }

    /** Empty before the start and after the stop. */
    Optional<KafkaStreams> running() {
        return Optional.ofNullable(streams);
    }

    @Override
    public synchronized void start() {
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("sla-start").daemon().factory());
        starter = executor;
        var unused = executor.scheduleWithFixedDelay(this::startOnceKafkaAnswers, 0, RETRY_SECONDS, TimeUnit.SECONDS);
    }

    private synchronized void startOnceKafkaAnswers() {
        if (streams != null || starter == null) {
            return;
        }
        try {
            if (!admin.initialize()) {
                log.warn("Kafka does not answer; the clocks start when it does, trying every {} s", RETRY_SECONDS);
                return;
            }
            KafkaStreams started = new KafkaStreams(topology, properties());
            started.setUncaughtExceptionHandler(e -> {
                log.error("A stream thread died and is replaced; what it had not committed is done again", e);
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            });
            started.setGlobalStateRestoreListener(restores);
            started.start();
            streams = started;
            starter.shutdown();
        } catch (RuntimeException e) {
            log.warn("The clocks could not be started, trying again in {} s", RETRY_SECONDS, e);
        }
    }

    private Properties properties() {
        Map<String, Object> all = new HashMap<>(connection);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        all.put(StreamsConfig.APPLICATION_SERVER_CONFIG, settings.advertised());
        all.put(StreamsConfig.CLIENT_ID_CONFIG, settings.applicationId());
        all.put(
                StreamsConfig.STATE_DIR_CONFIG,
                settings.stateDir().toAbsolutePath().toString());
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commit().toMillis());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replicas());
        all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        // Close to the tick: the thread comes back to the clock at least this often when nothing is to be read.
        all.put(StreamsConfig.POLL_MS_CONFIG, settings.tick().toMillis() / 2);
        all.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                Math.toIntExact(settings.sessionTimeout().toMillis()));
        all.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                Math.toIntExact(
                        Math.min(HEARTBEAT.toMillis(), settings.sessionTimeout().toMillis() / 4)));
        all.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                Math.toIntExact(settings.transactionTimeout().toMillis()));
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.METADATA_MAX_AGE_CONFIG), 10_000);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        all.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
        // With more on the way, a partition's first batch of a transaction may be told to wait and the second overtake
        // it: harmless, but
        // retried for seconds and an error in the broker's log.
        all.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    @Override
    public synchronized void stop() {
        if (starter != null) {
            starter.shutdownNow();
            starter = null;
        }
        KafkaStreams stopping = streams;
        streams = null;
        if (stopping != null
                && !stopping.close(CloseOptions.timeout(GOODBYE)
                        .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP))) {
            log.warn("The clocks did not stop within {}; the next start restores them from Kafka", GOODBYE);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return starter != null;
    }
}
