package otklik.routing.promise;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
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
    Promises promises(PromiseStore store, IncidentTrail trail, TransactionalOperator transaction, InstantSource time) {
        return new Promises(store, trail, transaction, time);
    }
}
