package otklik.ingest;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import otklik.ingest.account.AccountConfiguration;
import otklik.ingest.classify.ClassifyConfiguration;
import otklik.ingest.intake.IntakeConfiguration;
import otklik.ingest.vk.VkConfiguration;
import otklik.messaging.InboxConfiguration;
import otklik.web.SubstitutionConfiguration;
import otklik.web.WebConfiguration;

/** Takes posts in, makes them durable in Kafka before saying so, and classifies what it took. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    InboxConfiguration.class,
    WebConfiguration.class,
    SubstitutionConfiguration.class,
    AccountConfiguration.class,
    IntakeConfiguration.class,
    VkConfiguration.class,
    ClassifyConfiguration.class
})
public class IngestService {

    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(IngestService.class).properties("spring.config.name=ingest-service");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
