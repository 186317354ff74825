package otklik.routing;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the routing service.
 *
 * @param directory pattern of the files with organs and people
 * @param assignment pattern of the files with the rules of assignment
 * @param templates pattern of the files with ready texts
 * @param automaticFrom confidence (0…1) from which an incident is assigned without a person; above 1 turns that off
 */
@ConfigurationProperties("otklik.routing")
public record RoutingSettings(String directory, String assignment, String templates, double automaticFrom) {}
