package otklik.publisher;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import otklik.messaging.InboxConfiguration;
import otklik.publisher.notification.NotificationConfiguration;
import otklik.publisher.reply.ReplyConfiguration;
import otklik.web.WebConfiguration;

/** Posts approved replies to the networks and writes to staff; the only service that talks to the world outside. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({InboxConfiguration.class, WebConfiguration.class, ReplyConfiguration.class, NotificationConfiguration.class})
public class PublisherService {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The application with its own settings file {@code publisher-service.yml}. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(PublisherService.class).properties("spring.config.name=publisher-service");
    }
}
