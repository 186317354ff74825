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
import otklik.messaging.EventSender;
import otklik.messaging.OutboxRelay;
import otklik.routing.RoutingSettings;
import otklik.routing.incident.IncidentTrail;

/** Wires promises. */
@Configuration(proxyBeanMethods = false)
@Import(PromiseApi.class)
public class PromiseConfiguration {

    @Bean
    PromiseStore promiseStore(DatabaseClient database) {
        return new PromiseStore(database);
    }

    @Bean
    PublishedPromises publishedPromises(PromiseStore store) {
        return new PublishedPromises(store);
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
            DatabaseClient database,
            EventSender sender,
            TransactionalOperator transaction,
            InstantSource time,
            MeterRegistry meters) {
        return new OutboxRelay(
                "otklik.outbox.promises", new PromiseOutbox(database), sender, database, transaction, time, meters);
    }

    @Bean
    Promises promises(PromiseStore store, IncidentTrail trail, TransactionalOperator transaction, InstantSource time) {
        return new Promises(store, trail, transaction, time);
    }
}
