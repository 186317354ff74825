package otklik.routing.incident;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import otklik.messaging.EventSender;
import otklik.messaging.OutboxRelay;
import otklik.routing.AttachmentSettings;
import otklik.routing.RoutingSettings;
import otklik.routing.assignment.Assignments;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.core.ReplyLook;
import otklik.routing.learning.CaseStore;
import otklik.routing.platform.Ids;
import otklik.routing.platform.Notifications;

/** Wires the life of incidents. */
@Configuration(proxyBeanMethods = false)
@Import({IncidentCommandApi.class, IncidentTrailApi.class})
public class IncidentConfiguration {

    @Bean
    IncidentStore incidentStore(DatabaseClient database, CaseStore cases, IncidentChanges changes, Ids ids) {
        return new IncidentStore(database, cases, changes, ids);
    }

    @Bean
    IncidentCommands incidentCommands(
            IncidentStore store,
            DeadlineStore deadlines,
            DatabaseClient database,
            Directory directory,
            TransactionalOperator transaction,
            InstantSource time,
            AttachmentSettings attachments,
            ReplyLook look,
            Ids ids) {
        return new IncidentCommands(
                store, new FileTable(database), deadlines, attachments::most, look, directory, transaction, time, ids);
    }

    @Bean
    IncidentFiles incidentFiles(
            IncidentStore store,
            IncidentTrail trail,
            IncidentCommands commands,
            DatabaseClient database,
            TransactionalOperator transaction,
            InstantSource time,
            AttachmentSettings attachments) {
        return new IncidentFiles(store, trail, commands, database, transaction, time, attachments.perIncident());
    }

    @Bean
    IncidentTrail incidentTrail(IncidentStore store, IncidentCommands commands, DatabaseClient database) {
        return new IncidentTrail(store, commands, database);
    }

    @Bean
    Timeline timeline(DeadlineStore deadlines, TimeTaken taken, List<Beside> others) {
        return new Timeline(deadlines, taken, others);
    }

    @Bean
    Evidence evidence(
            IncidentTrail trail,
            Timeline timeline,
            DatabaseClient database,
            ReactiveTransactionManager transactions,
            InstantSource time) {
        DefaultTransactionDefinition oneLook = new DefaultTransactionDefinition();
        oneLook.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneLook.setReadOnly(true);
        return new Evidence(trail, timeline, database, TransactionalOperator.create(transactions, oneLook), time);
    }

    @Bean
    DeadlineStore deadlineStore(DatabaseClient database, Directory directory) {
        return new DeadlineStore(database, directory);
    }

    @Bean
    DetectedIncidents detectedIncidents(
            IncidentStore store, DatabaseClient database, Assignments assignments, InstantSource time) {
        return new DetectedIncidents(store, new AuthorAnswers(store, new AnswerTable(database)), assignments, time);
    }

    @Bean
    InterimReplies interimReplies(
            IncidentStore store,
            Assignments assignments,
            TransactionalOperator transaction,
            InstantSource time,
            Ids ids,
            RoutingSettings settings) {
        return new InterimReplies(store, assignments, transaction, time, ids, settings.lookEvery());
    }

    @Bean
    PublishedReplies publishedReplies(IncidentStore store, InstantSource time) {
        return new PublishedReplies(store, time);
    }

    @Bean
    TimeTaken timeTaken(DatabaseClient database) {
        return new TimeTaken(database);
    }

    @Bean
    IncidentDeadlines incidentDeadlines(DeadlineStore store, TimeTaken taken) {
        return new IncidentDeadlines(store, taken);
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
    IncidentChanges incidentChanges(DatabaseClient database, Notifications notifications, OutboxRelay relay) {
        return new IncidentChanges(database, notifications, relay::wake);
    }
}
