package otklik.routing.absence;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.messaging.EventSender;
import otklik.routing.directory.core.Directory;
import otklik.routing.platform.Ids;

/** Wires absences. */
@Configuration(proxyBeanMethods = false)
@Import(AbsenceApi.class)
public class AbsenceConfiguration {

    @Bean
    AbsenceStore absenceStore(DatabaseClient database) {
        return new AbsenceStore(database);
    }

    @Bean
    AbsenceAnnouncer absenceAnnouncer(
            AbsenceStore store, EventSender sender, TransactionalOperator transaction, InstantSource time) {
        return new AbsenceAnnouncer(store, sender, transaction, time);
    }

    @Bean
    Absences absences(
            AbsenceStore store,
            Directory directory,
            TransactionalOperator transaction,
            InstantSource time,
            Ids ids,
            AbsenceAnnouncer announcer) {
        return new Absences(store, directory, transaction, time, ids, announcer);
    }
}
