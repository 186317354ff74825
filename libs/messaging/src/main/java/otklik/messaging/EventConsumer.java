package otklik.messaging;

import java.util.List;
import java.util.Set;
import otklik.contracts.EventType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Something that takes events from topics. Declare it as a bean: each gets a listener of its own, an inbox and a place for its dead
 * letters. Records of one key come in order, one at a time.
 */
public interface EventConsumer {

    /** Name of the consumer: its Kafka group and its part of the inbox. Never change it once released. */
    String group();

    Set<String> topics();

    /** Whether events of the type concern it. Others of its topics are passed over unread: they cost next to nothing and are not in the inbox. */
    default boolean takes(EventType type) {
        return true;
    }

    /**
     * Takes one event, exactly once as far as the database goes: what this writes is committed together with the inbox row, and an event
     * whose id is in the inbox is not handed over again. Side effects outside the database must bear repetition.
     */
    Mono<Void> on(Envelope envelope);

    /**
     * Takes several events, in their order, in one transaction; each of them is new. Fails as a whole: then each is handed to {@link #on}
     * in a transaction of its own, so that only the one to blame goes to the dead letters. Worth overriding where many can be written at
     * once.
     */
    default Mono<Void> onAll(List<Envelope> envelopes) {
        return Flux.fromIterable(envelopes).concatMap(this::on).then();
    }

    /**
     * An entry of a compacted reference topic was removed. Comes outside the inbox and may come again: removing must bear repetition.
     *
     * @param key of the entry
     */
    default Mono<Void> onRemoved(String topic, String key) {
        return Mono.empty();
    }
}
