package otklik.publisher.reply;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.reactive.function.client.WebClient;
import otklik.contracts.publication.PublicationEvent;
import otklik.messaging.EventSender;
import otklik.messaging.OutboxRelay;
import otklik.messaging.TableOutbox;

/** Wires the sending of replies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ReplySettings.class, VkSettings.class, RoutingSettings.class})
@Import(PublicationApi.class)
public class ReplyConfiguration {

    /** VK allows a small application's service token 5 calls a second. */
    private static final int SERVICE_CALLS = 4;

    @Bean
    ReplyStore replyStore(DatabaseClient database) {
        return new ReplyStore(database);
    }

    @Bean
    ReplyFiles replyFiles(DatabaseClient database) {
        return new ReplyFiles(database);
    }

    @Bean
    VkCall vkCall(VkSettings vk) {
        return new VkCall(vk);
    }

    @Bean
    RateLimiterRegistry vkRates(VkSettings vk) {
        return rates(vk);
    }

    @Bean
    TableOutbox publicationOutbox(DatabaseClient database) {
        return new TableOutbox(database, "publication_outbox", PublicationEvent.class);
    }

    @Bean
    ReplyLedger replyLedger(ReplyStore store, TableOutbox outbox, TransactionalOperator transaction, VkSettings vk) {
        return new ReplyLedger(store, outbox, transaction, vk.pageBase());
    }

    @Bean
    ReplyMetrics replyMetrics(MeterRegistry meters) {
        return new ReplyMetrics(meters);
    }

    @Bean
    ApprovalConsumer approvalConsumer(
            ReplyStore store,
            ReplyFiles files,
            ReplyLedger ledger,
            VkSettings vk,
            ReplyMetrics metrics,
            InstantSource time) {
        return new ApprovalConsumer(store, files, ledger, vk, metrics, time);
    }

    @Bean
    OutboxRelay publicationRelay(
            TableOutbox outbox,
            EventSender sender,
            DatabaseClient database,
            TransactionalOperator transaction,
            InstantSource time,
            MeterRegistry meters) {
        return new OutboxRelay(outbox, sender, database, transaction, time, meters);
    }

    @Bean
    ReplySender replySender(
            VkSettings vk,
            ReplySettings settings,
            VkCall call,
            RateLimiterRegistry rates,
            ReplyStore store,
            ReplyFiles files,
            ReplyLedger ledger,
            ReplyMetrics metrics,
            OutboxRelay relay,
            InstantSource time,
            CircuitBreaker circuit) {
        VkReader reader = new VkReader(new VkPage(call), settings.skew());
        return new ReplySender(
                vk,
                settings,
                new VkWriter(call),
                reader,
                store,
                files,
                ledger,
                metrics,
                rates,
                circuit,
                time,
                relay::wake);
    }

    @Bean
    ReplyUploads replyUploads(
            VkSettings vk,
            VkCall call,
            RateLimiterRegistry rates,
            RoutingSettings routing,
            ReplySettings settings,
            ReplyFiles files,
            ReplySender sender,
            ReplyMetrics metrics,
            InstantSource time) {
        FileSource source = new FileSource(WebClient.create(), routing);
        return new ReplyUploads(vk, settings, files, source, new VkUploader(call), sender, metrics, rates, time);
    }

    @Bean
    ReplyWorker replyWorker(
            ReplyStore store,
            ReplySender sender,
            ReplyUploads uploads,
            ReplySettings settings,
            VkSettings vk,
            InstantSource time) {
        return new ReplyWorker(store, sender, uploads, settings, vk, time);
    }

    @Bean
    HealthIndicator replyWorkerHealth(ReplyWorker worker) {
        return () -> worker.isRunning()
                ? Health.up().build()
                : Health.down()
                        .withDetail("why", "the worker of replies has stopped")
                        .build();
    }

    private static RateLimiterRegistry rates(VkSettings vk) {
        RateLimiterRegistry registry = RateLimiterRegistry.of(perSecond(vk.callsPerSecond()));
        registry.rateLimiter(ReplySender.SERVICE_TOKEN, perSecond(SERVICE_CALLS));
        return registry;
    }

    private static RateLimiterConfig perSecond(int calls) {
        return RateLimiterConfig.custom()
                .limitForPeriod(calls)
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(Duration.ofSeconds(2))
                .build();
    }

    /** Opens when VK stops answering, so that not every waiting reply has to find that out by itself. */
    @Bean
    CircuitBreaker circuit(MeterRegistry meters) {
        CircuitBreakerRegistry registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(80)
                .waitDurationInOpenState(Duration.ofSeconds(15))
                .permittedNumberOfCallsInHalfOpenState(2)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
        return registry.circuitBreaker("vk");
    }
}
