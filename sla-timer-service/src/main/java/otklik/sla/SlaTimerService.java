package otklik.sla;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import otklik.messaging.MessagingConfiguration;
import otklik.sla.deadline.DeadlineConfiguration;
import otklik.sla.regulation.RegulationConfiguration;
import otklik.web.WebConfiguration;

/** Runs the clocks of the regulations: Kafka Streams, no database. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    DeadlineConfiguration.class, // first: it has its own idea of where its dead letters are
    MessagingConfiguration.class,
    RegulationConfiguration.class,
    WebConfiguration.class
})
public class SlaTimerService {

    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(SlaTimerService.class).properties("spring.config.name=sla-timer-service");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
