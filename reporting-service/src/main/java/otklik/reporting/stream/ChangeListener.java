package otklik.reporting.stream;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import otklik.contracts.Json;
import otklik.reporting.projection.Changes;
import otklik.reporting.projection.Changes.Change;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Listens to the database's notifications over one connection of its own and hands them to whoever watches. A watcher that cannot keep up
 * loses changes: dashboards read the summary again anyway.
 */
final class ChangeListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChangeListener.class);

    private final ConnectionFactory connections;
    private final Sinks.Many<Change> changes = Sinks.many().multicast().directBestEffort();
    private volatile @Nullable Disposable listening;

    ChangeListener(ConnectionFactory connections) {
        this.connections = connections;
    }

    Flux<Change> changes() {
        return changes.asFlux();
    }

    @Override
    public void start() {
        listening = Flux.usingWhen(connect(), this::listen, Connection::close)
                .doOnError(e -> log.warn("The stream of changes was cut; listening again soon: {}", e.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1)).maxBackoff(Duration.ofSeconds(30)))
                .subscribe(changes::tryEmitNext);
    }

    /** Past the pool: a connection that listens is never given back. */
    private Mono<? extends Connection> connect() {
        return Mono.defer(() -> Mono.from(unpooled(connections).create()));
    }

    private static ConnectionFactory unpooled(ConnectionFactory factory) {
        return factory instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof ConnectionFactory inner
                ? unpooled(inner)
                : factory;
    }

    private Publisher<Change> listen(Connection connection) {
        PostgresqlConnection postgres = (PostgresqlConnection) connection;
        return postgres.createStatement("listen " + Changes.CHANNEL)
                .execute()
                .flatMap(result -> result.getRowsUpdated())
                .thenMany(postgres.getNotifications())
                .mapNotNull(notification -> notification.getParameter())
                .map(json -> Json.mapper().readValue(json, Change.class))
                .concatWith(Mono.error(new IllegalStateException("the connection was closed")));
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
