package otklik.messaging;

import java.time.InstantSource;
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
        return remember(consumer.group(), envelope)
                .flatMap(fresh -> fresh ? consumer.on(envelope).thenReturn(true) : Mono.just(false))
                .as(transaction::transactional);
    }

    private Mono<Boolean> remember(String group, Envelope envelope) {
        return database.sql(
                        "insert into inbox (consumer, event_id, taken_at) values (:consumer, :id, :at) on conflict do nothing")
                .bind("consumer", group)
                .bind("id", envelope.id())
                .bind("at", time.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
