package otklik.routing.attachment;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.routing.AttachmentSettings;
import otklik.routing.incident.IncidentFiles;
import otklik.routing.platform.Ids;

/** Wires the files of replies. */
@Configuration(proxyBeanMethods = false)
@Import(AttachmentApi.class)
public class AttachmentConfiguration {

    @Bean
    ByteStore byteStore(AttachmentSettings settings, DatabaseClient database) {
        return switch (settings.storage()) {
            case POSTGRES -> new PostgresBytes(database);
            case S3 -> new S3Bytes(Objects.requireNonNull(settings.s3(), "s3"));
        };
    }

    @Bean
    Attachments attachments(
            IncidentFiles files, ByteStore bytes, AttachmentSettings settings, MeterRegistry meters, Ids ids) {
        return new Attachments(files, bytes, new FileInspector(settings), settings, new AttachmentMetrics(meters), ids);
    }
}
