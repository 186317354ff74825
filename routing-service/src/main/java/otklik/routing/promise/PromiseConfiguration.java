package otklik.routing.promise;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.promise.PromiseDue;
import otklik.messaging.EventSender;
import otklik.messaging.OutboxRelay;
import otklik.messaging.TableOutbox;
import otklik.routing.RoutingSettings;
import otklik.routing.incident.IncidentTrail;

/** Wires promises. */
@Configuration(proxyBeanMethods = false)
@Import(PromiseApi.class)
public class PromiseConfiguration {

    @Bean
    TableOutbox promiseOutbox(DatabaseClient database) {
        return new TableOutbox(database, "promise_event", PromiseDue.class);
    }

    @Bean
    PromiseStore promiseStore(DatabaseClient database, TableOutbox promiseOutbox) {
        return new PromiseStore(database, promiseOutbox);
    }

    @Bean
    PromiseAnswers promiseAnswers(PromiseStore store) {
        return new PromiseAnswers(store);
    }

    @Bean
    SentReplies sentReplies(DatabaseClient database) {
        return new SentReplies(database);
    }

    @Bean
    PublishedPromises publishedPromises(PromiseStore store, SentReplies sent) {
        return new PublishedPromises(store, sent);
    }

    @Bean
    PromiseWatch promiseWatch(
            PromiseStore store,
            TransactionalOperator transaction,
            InstantSource time,
            Supplier<UUID> ids,
            RoutingSettings settings) {
        return new PromiseWatch(store, transaction, time, ids, settings.lookEvery());
    }

    @Bean(defaultCandidate = false)
    OutboxRelay promiseRelay(
            TableOutbox promiseOutbox,
            DatabaseClient database,
            EventSender sender,
            TransactionalOperator transaction,
            InstantSource time,
            MeterRegistry meters) {
        return new OutboxRelay("otklik.outbox.promises", promiseOutbox, sender, database, transaction, time, meters);
    }

    @Bean
    Promises promises(PromiseStore store, IncidentTrail trail, TransactionalOperator transaction, InstantSource time) {
        return new Promises(store, trail, transaction, time);
    }
}
