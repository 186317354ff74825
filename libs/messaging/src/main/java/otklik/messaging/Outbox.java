package otklik.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where a service keeps events that are decided and not yet on Kafka. Written in the transaction of the decision, read by the {@link OutboxRelay}. */
public interface Outbox {

    /** Unsent entries, oldest first; within one key in the order in which they are to be sent. */
    Flux<Entry> unsent(int limit);

    Mono<Void> markSent(List<Long> positions, Instant at);

    /**
     * One entry.
     *
     * @param position of the entry in the outbox
     */
    record Entry(long position, Envelope envelope) {

        public static Entry of(
                long position,
                java.util.UUID id,
                Instant time,
                otklik.contracts.Event event,
                @Nullable String causationId) {
            return new Entry(position, new Envelope(id, time, event, causationId));
        }
    }
}
