package otklik.routing.incident;

import otklik.contracts.Json;
import otklik.routing.platform.Notifications;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Changes of incidents as they are committed, by whichever instance of the service. A listener that is too slow or away misses some: this
 * is for looking again sooner, nothing may depend on it.
 */
public final class IncidentChanges {

    static final String CHANNEL = "otklik_incident";

    private final Runnable onChange;
    private final Sinks.Many<IncidentChange> sink = Sinks.many().multicast().directBestEffort();

    /** @param onChange called for each change; must be cheap */
    IncidentChanges(Notifications notifications, Runnable onChange) {
        this.onChange = onChange;
        notifications.on(CHANNEL, this::tell);
    }

    public Flux<IncidentChange> changes() {
        return sink.asFlux();
    }

    private void tell(String json) {
        onChange.run();
        sink.tryEmitNext(Json.mapper().readValue(json, IncidentChange.class));
    }
}
