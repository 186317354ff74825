package otklik.routing.learning;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.routing.RoutingSettings;

/** Wires what is learned. */
@Configuration(proxyBeanMethods = false)
public class LearningConfiguration {

    @Bean
    CaseStore caseStore(DatabaseClient database) {
        return new CaseStore(database);
    }

    @Bean
    Experience experience(CaseStore store, RoutingSettings settings) {
        return new Experience(store, settings.lookEvery());
    }
}
