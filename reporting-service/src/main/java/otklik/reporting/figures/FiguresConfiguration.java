package otklik.reporting.figures;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.reporting.ReportingSettings;

/** Wires the figures. */
@Configuration(proxyBeanMethods = false)
public class FiguresConfiguration {

    @Bean
    Figures figures(DatabaseClient database, ReportingSettings settings, MeterRegistry meters) {
        return new Figures(database, settings.refresh(), meters);
    }
}
