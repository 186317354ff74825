package otklik.messaging;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Remembers which events a consumer has taken, in the transaction of what it made of them. */
final class Inbox {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final InstantSource time;

    Inbox(DatabaseClient database, TransactionalOperator transaction, InstantSource time) {
        this.database = database;
        this.transaction = transaction;
        this.time = time;
    }

    /** @return whether it was new */
    Mono<Boolean> once(EventConsumer consumer, Envelope envelope) {
        return remember(consumer.group(), List.of(envelope))
                .flatMap(fresh -> fresh.isEmpty()
                        ? Mono.just(false)
                        : consumer.on(envelope).thenReturn(true))
                .as(transaction::transactional);
    }

    /** All in one transaction. @return how many of them were new */
    Mono<Integer> allOnce(EventConsumer consumer, List<Envelope> envelopes) {
        return remember(consumer.group(), envelopes)
                .flatMap(fresh -> fresh.isEmpty()
                        ? Mono.just(0)
                        : consumer.onAll(firstOfEach(envelopes, fresh)).thenReturn(fresh.size()))
                .as(transaction::transactional);
    }

    /** The ids that were new. */
    private Mono<Set<UUID>> remember(String group, List<Envelope> envelopes) {
        return database.sql("""
                        insert into inbox (consumer, event_id, taken_at) select :consumer, id, :at from unnest(:ids) as id
                        on conflict do nothing returning event_id""")
                .bind("consumer", group)
                .bind(
                        "ids",
                        envelopes.stream().map(Envelope::id).distinct().sorted().toArray(UUID[]::new))
                .bind("at", time.instant())
                .map(row -> requireNonNull(row.get(0, UUID.class)))
                .all()
                .collect(Collectors.toSet());
    }

    /** The same event may be there twice, sent again by a relay that was cut off. */
    private static List<Envelope> firstOfEach(List<Envelope> envelopes, Set<UUID> fresh) {
        Set<UUID> left = new HashSet<>(fresh);
        return envelopes.stream().filter(envelope -> left.remove(envelope.id())).toList();
    }
}
