package otklik.routing.incident;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.messaging.EventSender;
import otklik.messaging.OutboxRelay;
import otklik.routing.RoutingSettings;
import otklik.routing.assignment.Assignments;
import otklik.routing.directory.core.Directory;
import otklik.routing.platform.Ids;
import otklik.routing.platform.Notifications;

/** Wires the life of incidents. */
@Configuration(proxyBeanMethods = false)
@Import({IncidentCommandApi.class, IncidentTrailApi.class})
public class IncidentConfiguration {

    @Bean
    IncidentStore incidentStore(DatabaseClient database, Ids ids) {
        return new IncidentStore(database, ids);
    }

    @Bean
    IncidentCommands incidentCommands(
            IncidentStore store,
            DatabaseClient database,
            Directory directory,
            TransactionalOperator transaction,
            InstantSource time,
            Ids ids) {
        return new IncidentCommands(store, new CommandReceipts(database), directory, transaction, time, ids);
    }

    @Bean
    IncidentTrail incidentTrail(
            IncidentStore store,
            IncidentCommands commands,
            DatabaseClient database,
            TransactionalOperator transaction) {
        return new IncidentTrail(store, commands, database, transaction);
    }

    @Bean
    DeadlineStore deadlineStore(DatabaseClient database) {
        return new DeadlineStore(database);
    }

    @Bean
    DetectedIncidents detectedIncidents(
            IncidentStore store,
            Assignments assignments,
            Directory directory,
            InstantSource time,
            RoutingSettings settings) {
        return new DetectedIncidents(store, assignments, directory, time, settings.automaticFrom());
    }

    @Bean
    PublishedReplies publishedReplies(IncidentStore store, InstantSource time) {
        return new PublishedReplies(store, time);
    }

    @Bean
    IncidentDeadlines incidentDeadlines(DeadlineStore store) {
        return new IncidentDeadlines(store);
    }

    @Bean
    OutboxRelay outboxRelay(
            DatabaseClient database,
            EventSender sender,
            TransactionalOperator transaction,
            InstantSource time,
            MeterRegistry meters) {
        return new OutboxRelay(new LifecycleOutbox(database), sender, database, transaction, time, meters);
    }

    @Bean
    IncidentChanges incidentChanges(Notifications notifications, OutboxRelay relay) {
        return new IncidentChanges(notifications, relay::wake);
    }
}
