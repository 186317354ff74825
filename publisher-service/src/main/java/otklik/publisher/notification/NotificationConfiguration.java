package otklik.publisher.notification;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.regulation.Regulations;

/** Wires the letters to staff. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LetterSettings.class)
public class NotificationConfiguration {

    @Bean
    LetterStore letterStore(DatabaseClient database) {
        return new LetterStore(database);
    }

    @Bean
    LetterMetrics letterMetrics(MeterRegistry meters) {
        return new LetterMetrics(meters);
    }

    @Bean
    PeopleConsumer peopleConsumer(
            DatabaseClient database,
            LetterStore letters,
            LetterSettings settings,
            LetterMetrics metrics,
            InstantSource time) {
        return new PeopleConsumer(database, letters, settings, metrics, time);
    }

    @Bean
    AssignmentConsumer assignmentConsumer(
            DatabaseClient database,
            LetterStore letters,
            LetterSettings settings,
            LetterMetrics metrics,
            InstantSource time) {
        return new AssignmentConsumer(database, letters, settings, metrics, time);
    }

    @Bean
    LetterWorker letterWorker(
            LetterStore store,
            JavaMailSender mail,
            LetterSettings settings,
            LetterMetrics metrics,
            InstantSource time) {
        return new LetterWorker(
                store, new Postman(mail, settings.from()), Regulations.installed(), settings, metrics, time);
    }
}
