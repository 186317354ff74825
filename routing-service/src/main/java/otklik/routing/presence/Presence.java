package otklik.routing.presence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.access.Caller;
import otklik.messaging.BackgroundLoop;
import otklik.routing.incident.IncidentTrail;
import otklik.routing.platform.Notifications;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Who looks at which incident now. Pages give a sign of life every few seconds; instances tell one another by PostgreSQL's notifications and
 * each keeps a {@link Board} of its own, in memory. An instance just started knows all after one round of signs.
 */
public final class Presence extends BackgroundLoop {

    private static final String CHANNEL = "otklik_presence";
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final IncidentTrail trail;
    private final DatabaseClient database;
    private final InstantSource time;
    private final Board board = new Board();
    private final Sinks.Many<Present> sink = Sinks.many().multicast().directBestEffort();

    Presence(IncidentTrail trail, DatabaseClient database, Notifications notifications, InstantSource time) {
        super("presence", "Those who are gone could not be taken off the board", SWEEP, SWEEP);
        this.trail = trail;
        this.database = database;
        this.time = time;
        notifications.on(CHANNEL, this::hear);
    }

    /** What becomes different among those whom the caller may know of. */
    public Flux<Present> changes(Caller caller) {
        return sink.asFlux().filter(present -> present.isFor(caller));
    }

    /** Everybody whom the caller may know of. */
    List<Present> all(Caller caller) {
        synchronized (board) {
            return board.all().stream().filter(present -> present.isFor(caller)).toList();
        }
    }

    /**
     * A sign of life of a page that shows an incident the caller may look at.
     *
     * @param doing null for good-bye
     * @return who else is there, as far as is known here
     */
    Mono<List<Present.Somebody>> beat(UUID incident, String page, @Nullable Doing doing, Caller caller) {
        return trail.visible(incident, caller)
                .map(seen -> new Beat(
                        seen.id(), seen.jurisdiction(), seen.organs(), caller.id(), caller.name(), page, doing))
                .flatMap(beat -> database.sql("select pg_notify(:channel, :beat)")
                        .bind("channel", CHANNEL)
                        .bind("beat", Json.mapper().writeValueAsString(beat))
                        .then())
                .then(Mono.fromSupplier(() -> others(incident, caller)));
    }

    private List<Present.Somebody> others(UUID incident, Caller caller) {
        synchronized (board) {
            return board.at(incident).stream()
                    .filter(somebody -> !somebody.id().equals(caller.id()))
                    .toList();
        }
    }

    private void hear(String json) {
        Beat beat = Json.mapper().readValue(json, Beat.class);
        synchronized (board) {
            board.hear(beat, time.instant()).ifPresent(sink::tryEmitNext);
        }
    }

    @Override
    protected boolean round() {
        synchronized (board) {
            board.expire(time.instant()).forEach(sink::tryEmitNext);
        }
        return false;
    }
}
