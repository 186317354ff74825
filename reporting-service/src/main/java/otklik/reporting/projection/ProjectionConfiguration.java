package otklik.reporting.projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.regulation.Regulations;

/** Wires the projection. */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

    @Bean
    Changes changes(DatabaseClient database) {
        return new Changes(database);
    }

    @Bean
    LifecycleConsumer lifecycleConsumer(DatabaseClient database, Regulations regulations, Changes changes) {
        return new LifecycleConsumer(new IncidentStore(database, regulations), changes);
    }

    @Bean
    DeadlineConsumer deadlineConsumer(DatabaseClient database, Changes changes) {
        return new DeadlineConsumer(database, changes);
    }
}
