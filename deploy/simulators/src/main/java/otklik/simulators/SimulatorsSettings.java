package otklik.simulators;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the whole process.
 *
 * @param data folder of the journals; made at the start when absent
 */
@ConfigurationProperties("otklik.simulators")
public record SimulatorsSettings(Path data) {}
