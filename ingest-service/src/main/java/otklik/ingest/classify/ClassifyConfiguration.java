package otklik.ingest.classify;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import otklik.ingest.account.Accounts;
import otklik.ingest.classify.core.PostClassifier;
import otklik.messaging.EventSender;

/** Wires the classifier. Another {@link PostClassifier} in the context takes the place of the keywords. */
@Configuration(proxyBeanMethods = false)
public class ClassifyConfiguration {

    @Bean
    @ConditionalOnMissingBean
    PostClassifier classifier() {
        return new RuleFiles(new SnowballStemmer()).classifier();
    }

    @Bean
    ClassifyListener classifyListener(
            PostClassifier classifier, Accounts accounts, EventSender sender, MeterRegistry meters) {
        return new ClassifyListener(classifier, accounts, sender, new ClassifyMetrics(meters));
    }
}
