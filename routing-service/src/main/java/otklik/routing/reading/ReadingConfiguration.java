package otklik.routing.reading;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.routing.assignment.Assignments;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.IncidentTrail;

/** Wires what people look at. */
@Configuration(proxyBeanMethods = false)
@Import({IncidentReadingApi.class, OrganApi.class})
public class ReadingConfiguration {

    @Bean
    IncidentReader incidentReader(
            DatabaseClient database,
            IncidentTrail trail,
            Directory directory,
            Assignments assignments,
            InstantSource time) {
        return new IncidentReader(database, trail, directory, assignments, time);
    }
}
