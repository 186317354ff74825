package otklik.routing.surge;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.surge.SurgeEvent;
import otklik.messaging.EventSender;
import otklik.messaging.OutboxRelay;
import otklik.messaging.TableOutbox;
import otklik.routing.RoutingSettings;
import otklik.routing.platform.Notifications;

/** Wires surges. */
@Configuration(proxyBeanMethods = false)
@Import(SurgeApi.class)
public class SurgeConfiguration {

    @Bean
    TableOutbox surgeOutbox(DatabaseClient database) {
        return new TableOutbox(database, "surge_event", SurgeEvent.class);
    }

    @Bean
    SurgeStore surgeStore(DatabaseClient database, TableOutbox surgeOutbox) {
        return new SurgeStore(database, surgeOutbox);
    }

    @Bean
    Surges surges(
            SurgeStore store, Notifications notifications, TransactionalOperator transaction, InstantSource time) {
        return new Surges(store, notifications, transaction, time);
    }

    @Bean
    SurgeWatch surgeWatch(
            SurgeStore store,
            DatabaseClient database,
            TransactionalOperator transaction,
            InstantSource time,
            MeterRegistry meters,
            RoutingSettings settings) {
        return new SurgeWatch(
                store,
                new MessageCounts(database),
                transaction,
                time,
                new SurgeMetrics(meters),
                settings.surgesEvery());
    }

    /** Beside the one of the incidents: a thousand of their facts do not keep a surge waiting. */
    @Bean(defaultCandidate = false)
    OutboxRelay surgeRelay(
            TableOutbox surgeOutbox,
            DatabaseClient database,
            EventSender sender,
            TransactionalOperator transaction,
            InstantSource time,
            MeterRegistry meters) {
        return new OutboxRelay("otklik.outbox.surges", surgeOutbox, sender, database, transaction, time, meters);
    }
}
