package otklik.web;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.messaging.MessagingSettings;

/**
 * Lets whoever stands in for somebody act with their rights (VP-6, LP-5) in a service that hears of absences from routing. Needs an inbox and
 * the tables {@code person (id, jurisdiction, organ, role)} and {@code absence (id, jurisdiction, person, substitute, starts_at, ends_at)}.
 */
@Configuration(proxyBeanMethods = false)
public class SubstitutionConfiguration {

    @Bean
    ToldStandIns toldStandIns(MessagingSettings settings, DatabaseClient database, InstantSource time) {
        return new ToldStandIns(settings.service(), database, time);
    }
}
