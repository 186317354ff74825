package otklik.routing.absence;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.routing.directory.core.Directory;
import otklik.routing.platform.Ids;

/** Wires absences. */
@Configuration(proxyBeanMethods = false)
@Import(AbsenceApi.class)
public class AbsenceConfiguration {

    @Bean
    Absences absences(
            DatabaseClient database,
            Directory directory,
            TransactionalOperator transaction,
            InstantSource time,
            Ids ids) {
        return new Absences(new AbsenceStore(database), directory, transaction, time, ids);
    }
}
