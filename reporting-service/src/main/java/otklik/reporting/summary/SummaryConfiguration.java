package otklik.reporting.summary;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/** Wires the summary. */
@Configuration(proxyBeanMethods = false)
@Import({SummaryApi.class, WrongRoutingApi.class})
public class SummaryConfiguration {

    @Bean
    WrongRoutingStore wrongRoutingStore(DatabaseClient database) {
        return new WrongRoutingStore(database);
    }

    @Bean
    SummaryStore summaryStore(DatabaseClient database) {
        return new SummaryStore(database);
    }
}
