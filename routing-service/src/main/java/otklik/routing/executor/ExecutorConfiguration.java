package otklik.routing.executor;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.organ.ExecutorsChanged;
import otklik.messaging.EventSender;
import otklik.messaging.OutboxRelay;
import otklik.messaging.TableOutbox;
import otklik.routing.directory.core.Directory;
import otklik.routing.platform.Ids;

/** Wires the changes of executors. */
@Configuration(proxyBeanMethods = false)
@Import(ExecutorChangeApi.class)
public class ExecutorConfiguration {

    @Bean
    TableOutbox executorOutbox(DatabaseClient database) {
        return new TableOutbox(database, "executor_event", ExecutorsChanged.class);
    }

    @Bean
    ExecutorStore executorStore(DatabaseClient database, TableOutbox executorOutbox) {
        return new ExecutorStore(database, executorOutbox);
    }

    @Bean
    ExecutorWatch executorWatch(
            ExecutorStore store, Directory directory, TransactionalOperator transaction, InstantSource time, Ids ids) {
        return new ExecutorWatch(store, directory, transaction, time, ids);
    }

    @Bean(defaultCandidate = false)
    OutboxRelay executorRelay(
            TableOutbox executorOutbox,
            DatabaseClient database,
            EventSender sender,
            TransactionalOperator transaction,
            InstantSource time,
            MeterRegistry meters) {
        return new OutboxRelay("otklik.outbox.executors", executorOutbox, sender, database, transaction, time, meters);
    }
}
