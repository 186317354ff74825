package otklik.routing.platform;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Hears what any instance of the service tells the others through PostgreSQL's notifications, on one connection. Whoever does not listen
 * just then misses it: nothing may depend on it.
 */
public final class Notifications implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Notifications.class);

    private final ConnectionFactory connections;
    private final Map<String, Consumer<String>> heard = new ConcurrentHashMap<>();
    private volatile @Nullable Disposable listening;

    public Notifications(ConnectionFactory connections) {
        this.connections = connections;
    }

    /**
     * To be called before the service starts.
     *
     * @param channel a plain identifier, not quoted
     * @param then called for each notification, one at a time; must be cheap
     */
    public void on(String channel, Consumer<String> then) {
        heard.put(channel, then);
    }

    @Override
    public void start() {
        listening = Flux.usingWhen(connections.create(), this::listen, Connection::close)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500))
                        .maxBackoff(Duration.ofSeconds(10))
                        .doBeforeRetry(signal -> log.warn(
                                "Not listening to changes in the database; trying again: {}",
                                signal.failure().toString())))
                .subscribe();
    }

    private Flux<Void> listen(Connection connection) {
        PostgresqlConnection postgres = unwrap(connection);
        return Flux.fromIterable(heard.keySet())
                .concatMap(
                        channel -> postgres.createStatement("listen " + channel).execute())
                .concatMap(result -> result.getRowsUpdated())
                .thenMany(Flux.concat(
                        postgres.getNotifications(), Flux.error(new IllegalStateException("connection closed"))))
                .concatMap(told -> Mono.fromRunnable(() -> hear(told.getName(), told.getParameter())));
    }

    private void hear(String channel, @Nullable String what) {
        Consumer<String> then = heard.get(channel);
        if (then != null && what != null) {
            then.accept(what);
        }
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
