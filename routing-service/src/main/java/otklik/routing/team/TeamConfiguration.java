package otklik.routing.team;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.routing.incident.IncidentTrail;
import otklik.routing.platform.Ids;
import otklik.routing.platform.Notifications;

/** Wires what people say to one another. */
@Configuration(proxyBeanMethods = false)
@Import(CommentApi.class)
public class TeamConfiguration {

    @Bean
    Comments comments(
            DatabaseClient database, IncidentTrail trail, Notifications notifications, InstantSource time, Ids ids) {
        return new Comments(database, trail, notifications, time, ids);
    }
}
