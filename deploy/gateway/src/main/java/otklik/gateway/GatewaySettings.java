package otklik.gateway;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the gateway.
 *
 * @param console folder of the built console
 * @param bodyLimit largest request body let through; a little over ingest's own 8 MB, so that ingest explains its limit itself
 * @param attachmentLimit the same for files of replies; a little over routing's own limits
 */
@ConfigurationProperties("otklik.gateway")
record GatewaySettings(
        URI ingest,
        URI routing,
        URI sla,
        URI publisher,
        URI reports,
        URI identity,
        Path console,
        DataSize bodyLimit,
        DataSize attachmentLimit) {}
