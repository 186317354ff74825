package otklik.routing.surge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import otklik.contracts.EventType;
import otklik.contracts.surge.SurgeEvent;
import otklik.regulation.Regulations;

/**
 * {@code otklik_routing_surge_events_total{jurisdiction,type}}: what this instance found to have come about with surges; over all instances
 * noticed = ended + going on. {@code otklik_routing_surges{jurisdiction}}: how many go on; every instance says the same.
 */
final class SurgeMetrics {

    private final MeterRegistry meters;
    private final MultiGauge goingOn;

    SurgeMetrics(MeterRegistry meters) {
        this.meters = meters;
        goingOn = MultiGauge.builder("otklik.routing.surges")
                .description("surges that go on")
                .register(meters);
        goingOn(Map.of());
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
        goingOn.register(
                Regulations.installed().ids().stream()
                        .map(id -> MultiGauge.Row.of(Tags.of("jurisdiction", id), byJurisdiction.getOrDefault(id, 0L)))
                        .toList(),
                true);
    }
}
