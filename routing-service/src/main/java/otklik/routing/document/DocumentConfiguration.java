package otklik.routing.document;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Wires files with drafts. */
@Configuration(proxyBeanMethods = false)
@Import(DocumentApi.class)
public class DocumentConfiguration {

    private static final int AT_ONCE = 2;
    private static final int WAITING = 50;

    @Bean(destroyMethod = "dispose")
    Scheduler documentScheduler() {
        return Schedulers.newBoundedElastic(AT_ONCE, WAITING, "documents");
    }
}
