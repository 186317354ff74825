package otklik.standalone.launch;

import java.util.Locale;
import org.springframework.boot.builder.SpringApplicationBuilder;
import otklik.gateway.Gateway;
import otklik.identity.IdentityProvider;
import otklik.ingest.IngestService;
import otklik.publisher.PublisherService;
import otklik.reporting.ReportingService;
import otklik.routing.RoutingService;
import otklik.simulators.Simulators;
import otklik.sla.SlaTimerService;

/** The Spring applications of an installation, in the order in which they are started: the long ones first. */
public enum Part {
    ROUTING(Port.ROUTING),
    SLA(Port.SLA),
    INGEST(Port.INGEST),
    PUBLISHER(Port.PUBLISHER),
    REPORTING(Port.REPORTING),
    IDENTITY(Port.IDENTITY),
    GATEWAY(Port.GATEWAY),
    SIMULATORS(Port.SIMULATORS);

    private final Port port;

    Part(Port port) {
        this.port = port;
    }

    public Port port() {
        return port;
    }

    SpringApplicationBuilder application() {
        return switch (this) {
            case ROUTING -> RoutingService.application();
            case SLA -> SlaTimerService.application();
            case INGEST -> IngestService.application();
            case PUBLISHER -> PublisherService.application();
            case REPORTING -> ReportingService.application();
            case IDENTITY -> IdentityProvider.application();
            case GATEWAY -> Gateway.application();
            case SIMULATORS -> Simulators.application();
        };
    }

    /** As people write it: {@code ./otklik service routing}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says of itself how it is; the simulators are no part of the product and do not. */
    public boolean hasHealth() {
        return this != SIMULATORS;
    }
}
