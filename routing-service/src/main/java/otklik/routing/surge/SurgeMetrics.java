package otklik.routing.surge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import otklik.contracts.EventType;
import otklik.contracts.surge.SurgeEvent;
import otklik.regulation.Regulations;

/**
 * {@code otklik_routing_surge_events_total{jurisdiction,type}}: what this instance found to have come about with surges; over all instances
 * noticed = ended + going on. {@code otklik_routing_surges{jurisdiction}}: how many go on; every instance says the same.
 */
final class SurgeMetrics {

    private final MeterRegistry meters;
    private final Map<String, Long> goingOn = new ConcurrentHashMap<>();

    SurgeMetrics(MeterRegistry meters) {
        this.meters = meters;
        Regulations.installed()
                .ids()
                .forEach(id -> Gauge.builder("otklik.routing.surges", goingOn, now -> now.getOrDefault(id, 0L))
                        .description("surges that go on")
                        .tag("jurisdiction", id)
                        .register(meters));
    }

    void happened(List<SurgeEvent> events) {
        events.forEach(event -> meters.counter(
                        "otklik.routing.surge.events",
                        "jurisdiction",
                        event.jurisdiction(),
                        "type",
                        EventType.of(event).name())
                .increment());
    }

    void goingOn(Map<String, Long> byJurisdiction) {
        goingOn.putAll(byJurisdiction);
        goingOn.keySet().retainAll(byJurisdiction.keySet());
    }
}
