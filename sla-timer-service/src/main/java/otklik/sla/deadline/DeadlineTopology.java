package otklik.sla.deadline;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import otklik.contracts.Topics;
import otklik.messaging.EventCodec;
import otklik.regulation.Regulations;
import otklik.sla.deadline.core.IncidentClocks;

/**
 * Facts of incidents in, what happens to deadlines out. One processor with two stores; the names are part of the stored form (changelog
 * topics carry them) and pinned by a test.
 */
final class DeadlineTopology implements Supplier<Topology> {

    /** Incident id → its clocks. */
    static final String CLOCKS = "incident-clocks";

    /** By which profiles and calendars the clocks were last counted. */
    static final String COUNTED_BY = "counted-by";

    static final String DEADLINES = "deadlines";
    static final String DEAD_LETTERS = "dead-letters";
    private static final String LIFECYCLE = "lifecycle";
    private static final String TIMEKEEPER = "timekeeper";

    private final Parts parts;

    DeadlineTopology(Parts parts) {
        this.parts = parts;
    }

    /** What a timekeeper works with. All thread-safe, shared by all partitions. */
    record Parts(
            DeadlineSettings settings,
            EventCodec codec,
            Regulations regulations,
            InstantSource time,
            DeadlineMetrics metrics) {}

    @Override
    public Topology get() {
        return new Topology()
                .addSource(LIFECYCLE, new StringDeserializer(), new ByteArrayDeserializer(), Topics.INCIDENTS_LIFECYCLE)
                .addProcessor(TIMEKEEPER, () -> new Timekeeper(parts), LIFECYCLE)
                .addStateStore(clocks(), TIMEKEEPER)
                .addStateStore(countedBy(), TIMEKEEPER)
                .addSink(DEADLINES, Topics.SLA_DEADLINES, new StringSerializer(), new ByteArraySerializer(), TIMEKEEPER)
                .addSink(
                        DEAD_LETTERS,
                        Topics.deadLettersOf(Topics.INCIDENTS_LIFECYCLE),
                        new StringSerializer(),
                        new ByteArraySerializer(),
                        TIMEKEEPER);
    }

    private static StoreBuilder<KeyValueStore<UUID, IncidentClocks>> clocks() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(CLOCKS), new IncidentKeySerde(), ClocksCodec.serde());
    }

    private static StoreBuilder<KeyValueStore<String, String>> countedBy() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(COUNTED_BY), Serdes.String(), Serdes.String());
    }
}
