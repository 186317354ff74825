package otklik.routing.incident;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import otklik.contracts.Json;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Changes of incidents as they are committed, by whichever instance of the service, heard through PostgreSQL's notifications. A listener
 * that is too slow or away misses some: this is for looking again sooner, nothing may depend on it.
 */
public final class IncidentChanges implements SmartLifecycle {

    static final String CHANNEL = "otklik_incident";

    private static final Logger log = LoggerFactory.getLogger(IncidentChanges.class);

    private final ConnectionFactory connections;
    private final Runnable onChange;
    private final Sinks.Many<IncidentChange> sink = Sinks.many().multicast().directBestEffort();
    private volatile @Nullable Disposable listening;

    /** @param onChange called for each change; must be cheap */
    IncidentChanges(ConnectionFactory connections, Runnable onChange) {
        this.connections = connections;
        this.onChange = onChange;
    }

    public Flux<IncidentChange> changes() {
        return sink.asFlux();
    }

    @Override
    public void start() {
        listening = Flux.usingWhen(connections.create(), this::listen, Connection::close)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500))
                        .maxBackoff(Duration.ofSeconds(10))
                        .doBeforeRetry(signal -> log.warn(
                                "Not listening to changes in the database; trying again: {}",
                                signal.failure().toString())))
                .subscribe(this::tell);
    }

    private Flux<String> listen(Connection connection) {
        PostgresqlConnection postgres = unwrap(connection);
        return Mono.from(postgres.createStatement("listen " + CHANNEL).execute())
                .flatMapMany(result -> result.getRowsUpdated())
                .thenMany(Flux.concat(
                        postgres.getNotifications(), Flux.error(new IllegalStateException("connection closed"))))
                .mapNotNull(notification -> notification.getParameter());
    }

    private static PostgresqlConnection unwrap(Connection connection) {
        Object inner = connection;
        while (!(inner instanceof PostgresqlConnection postgres)) {
            if (!(inner instanceof Wrapped<?> wrapped)) {
                throw new IllegalStateException("not a connection to PostgreSQL: " + inner);
            }
            inner = wrapped.unwrap();
        }
        return postgres;
    }

    private void tell(String json) {
        onChange.run();
        sink.tryEmitNext(Json.mapper().readValue(json, IncidentChange.class));
    }

    @Override
    public void stop() {
        Disposable stopping = listening;
        listening = null;
        if (stopping != null) {
            stopping.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }
}
