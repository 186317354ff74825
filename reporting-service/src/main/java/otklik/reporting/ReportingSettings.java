package otklik.reporting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the service.
 *
 * @param heartbeat between two signs of life of a stream on which nothing happens
 * @param refresh between two readings of the figures for Prometheus
 */
@ConfigurationProperties("otklik.reporting")
public record ReportingSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("10s") Duration refresh) {}
