package otklik.ingest.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.messaging.EventSender;
import otklik.regulation.Regulations;

/** Wires the intake. */
@Configuration(proxyBeanMethods = false)
@Import(PostApi.class)
public class IntakeConfiguration {

    @Bean
    Regulations regulations() {
        return Regulations.installed();
    }

    @Bean
    Intake intake(DatabaseClient database, EventSender sender, InstantSource time, MeterRegistry meters) {
        return new Intake(new ReceivedPosts(database), sender, time, new MeteredIntake(meters));
    }
}
