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
    NoticeStore noticeStore(DatabaseClient database) {
        return new NoticeStore(database);
    }

    @Bean
    ReferenceConsumer referenceConsumer(
            DatabaseClient database,
            NoticeStore notices,
            LetterSettings settings,
            LetterMetrics metrics,
            InstantSource time) {
        return new ReferenceConsumer(database, notices, settings, metrics, time);
    }

    @Bean
    IncidentConsumer incidentConsumer(
            DatabaseClient database,
            NoticeStore notices,
            LetterSettings settings,
            LetterMetrics metrics,
            InstantSource time) {
        return new IncidentConsumer(database, notices, Regulations.installed(), settings, metrics, time);
    }

    @Bean
    SurgeConsumer surgeConsumer(NoticeStore notices, LetterSettings settings, InstantSource time) {
        return new SurgeConsumer(notices, Regulations.installed(), settings, time);
    }

    @Bean
    PromiseConsumer promiseConsumer(NoticeStore notices, LetterSettings settings, InstantSource time) {
        return new PromiseConsumer(notices, Regulations.installed(), settings, time);
    }

    @Bean
    ExecutorConsumer executorConsumer(NoticeStore notices, LetterSettings settings, InstantSource time) {
        return new ExecutorConsumer(notices, Regulations.installed(), settings, time);
    }

    @Bean
    DeadlineConsumer deadlineConsumer(
            NoticeStore notices, LetterSettings settings, LetterMetrics metrics, InstantSource time) {
        return new DeadlineConsumer(notices, Regulations.installed(), settings, metrics, time);
    }

    @Bean
    LetterWorker letterWorker(
            NoticeStore notices,
            LetterStore store,
            JavaMailSender mail,
            LetterSettings settings,
            LetterMetrics metrics,
            InstantSource time) {
        return new LetterWorker(
                notices, store, new Postman(mail, settings.from()), Regulations.installed(), settings, metrics, time);
    }
}
