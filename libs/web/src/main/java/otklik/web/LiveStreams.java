package otklik.web;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Events for those who keep a connection open (server-sent events): with a sign of life at once and whenever nothing came for so long, and
 * ended before anything else of the service stops. Otherwise every open page would hold up a restart for as long as requests are waited for;
 * browsers connect again by themselves. Thread-safe.
 */
public final class LiveStreams implements SmartLifecycle {

    private volatile Sinks.Empty<Void> end = Sinks.empty();
    private volatile boolean running;

    LiveStreams() {}

    public <T> Flux<ServerSentEvent<T>> of(Flux<ServerSentEvent<T>> events, Duration heartbeat) {
        Flux<ServerSentEvent<T>> signs = Flux.interval(Duration.ZERO, heartbeat)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<T>builder().comment("alive").build());
        return events.mergeWith(signs).takeUntilOther(end.asMono());
    }

    @Override
    public void start() {
        end = Sinks.empty();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        end.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops first: the server waits for requests in a later phase. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
