package otklik.reporting;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import otklik.messaging.InboxConfiguration;
import otklik.regulation.Regulations;
import otklik.reporting.figures.FiguresConfiguration;
import otklik.reporting.projection.ProjectionConfiguration;
import otklik.reporting.stream.StreamConfiguration;
import otklik.reporting.summary.SummaryConfiguration;
import otklik.web.SubstitutionConfiguration;
import otklik.web.WebConfiguration;

/** Reads what happened and tells it: decides nothing, writes to no topic. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(ReportingSettings.class)
@Import({
    InboxConfiguration.class,
    WebConfiguration.class,
    SubstitutionConfiguration.class,
    ProjectionConfiguration.class,
    SummaryConfiguration.class,
    StreamConfiguration.class,
    FiguresConfiguration.class
})
public class ReportingService {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The application with its own settings file {@code reporting-service.yml}. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ReportingService.class).properties("spring.config.name=reporting-service");
    }

    @Bean
    Regulations regulations() {
        return Regulations.installed();
    }
}
