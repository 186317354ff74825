package otklik.routing.incident;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import otklik.contracts.Json;
import otklik.routing.platform.Notifications;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Changes of incidents as they are committed, by whichever instance of the service, heard through PostgreSQL's notifications. They are told
 * after the commit, many at once: a notification within a transaction makes its commit wait for every other such one. A listener that is
 * too slow or away misses some, and what is committed before a death goes untold: this is for looking again sooner, nothing may depend on it.
 */
public final class IncidentChanges implements SmartLifecycle {

    static final String CHANNEL = "otklik_incident";

    private static final Logger log = LoggerFactory.getLogger(IncidentChanges.class);

    private static final int TOLD_AT_ONCE = 256;
    private static final Duration TOLD_WITHIN = Duration.ofMillis(20);

    private final DatabaseClient database;
    private final Runnable onChange;
    private final Sinks.Many<IncidentChange> sink = Sinks.many().multicast().directBestEffort();
    private final Sinks.Many<IncidentChange> committed = Sinks.many().unicast().onBackpressureBuffer();
    private volatile @Nullable Disposable telling;

    /** @param onChange called for each change; must be cheap */
    IncidentChanges(DatabaseClient database, Notifications notifications, Runnable onChange) {
        this.database = database;
        this.onChange = onChange;
        notifications.on(CHANNEL, this::tell);
    }

    public Flux<IncidentChange> changes() {
        return sink.asFlux();
    }

    /** Has everybody told of it once the transaction of the caller is committed, and not if it is not. */
    Mono<Void> afterCommit(List<IncidentChange> changed) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public Mono<Void> afterCommit() {
                        return Mono.fromRunnable(() -> changed.forEach(IncidentChanges.this::commit));
                    }
                }))
                .then();
    }

    private void commit(IncidentChange change) {
        committed.emitNext(change, Sinks.EmitFailureHandler.busyLooping(TOLD_WITHIN.multipliedBy(25)));
    }

    private Mono<Void> notify(List<IncidentChange> changed) {
        return database.sql("select pg_notify('" + CHANNEL + "', change) from unnest(:changes) as change")
                .bind(
                        "changes",
                        changed.stream()
                                .map(change -> Json.mapper().writeValueAsString(change))
                                .toArray(String[]::new))
                .then()
                .onErrorResume(e -> {
                    log.warn("{} changes were not told of; who waits for them sees them later: {}", changed.size(), e);
                    return Mono.empty();
                });
    }

    @Override
    public void start() {
        telling = committed
                .asFlux()
                .bufferTimeout(TOLD_AT_ONCE, TOLD_WITHIN, true)
                .concatMap(this::notify)
                .subscribe();
    }

    private void tell(String json) {
        onChange.run();
        sink.tryEmitNext(Json.mapper().readValue(json, IncidentChange.class));
    }

    @Override
    public void stop() {
        Disposable stopping = telling;
        telling = null;
        if (stopping != null) {
            stopping.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return telling != null;
    }
}
