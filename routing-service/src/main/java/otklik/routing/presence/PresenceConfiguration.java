package otklik.routing.presence;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.routing.incident.IncidentTrail;
import otklik.routing.platform.Notifications;

/** Wires who is where. */
@Configuration(proxyBeanMethods = false)
@Import(PresenceApi.class)
public class PresenceConfiguration {

    @Bean
    Presence presence(IncidentTrail trail, DatabaseClient database, Notifications notifications, InstantSource time) {
        return new Presence(trail, database, notifications, time);
    }
}
