package otklik.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the routing service.
 *
 * @param directory pattern of the files with organs and people
 * @param assignment pattern of the files with the rules of assignment
 * @param templates pattern of the files with ready texts
 * @param automaticFrom confidence (0…1) from which an incident is assigned without a person, where its jurisdiction sets none; above 1
 *     turns that off
 * @param lookEvery how often interim replies that have come due are looked for
 * @param surgesEvery how often surges are looked for
 */
@ConfigurationProperties("otklik.routing")
public record RoutingSettings(
        String directory,
        String assignment,
        String templates,
        double automaticFrom,
        Duration lookEvery,
        Duration surgesEvery) {}
