package otklik.sla.deadline;

import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import otklik.sla.deadline.core.IncidentClocks;

/** Reads the clocks that this instance keeps, for others than the timekeeper. Thread-safe. */
final class ClocksStore {

    private final DeadlineStreams streams;

    ClocksStore(DeadlineStreams streams) {
        this.streams = streams;
    }

    /** The clocks cannot be read just now: starting, restoring, or handing partitions over. */
    static final class NotNow extends RuntimeException {
        NotNow(Throwable cause) {
            super(cause);
        }

        NotNow() {
            super("not started");
        }
    }

    /** @throws NotNow while the stores are not there */
    Optional<IncidentClocks> find(UUID incidentId) {
        ReadOnlyKeyValueStore<UUID, IncidentClocks> store = store();
        try {
            return Optional.ofNullable(store.get(incidentId));
        } catch (InvalidStateStoreException e) {
            throw new NotNow(e);
        }
    }

    /**
     * All partitions of this instance.
     *
     * @throws NotNow while the stores are not there
     */
    ReadOnlyKeyValueStore<UUID, IncidentClocks> store() {
        KafkaStreams running = streams.running().orElseThrow(NotNow::new);
        if (running.state() != KafkaStreams.State.RUNNING) {
            throw new NotNow();
        }
        try {
            return running.store(StoreQueryParameters.fromNameAndType(
                    DeadlineTopology.CLOCKS, QueryableStoreTypes.<UUID, IncidentClocks>keyValueStore()));
        } catch (InvalidStateStoreException e) {
            throw new NotNow(e);
        }
    }
}
