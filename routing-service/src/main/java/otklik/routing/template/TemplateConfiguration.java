package otklik.routing.template;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.IncidentTrail;
import otklik.routing.platform.Ids;

/** Wires ready texts. */
@Configuration(proxyBeanMethods = false)
@Import(TemplateApi.class)
public class TemplateConfiguration {

    @Bean
    TemplateStore templateStore(DatabaseClient database) {
        return new TemplateStore(database);
    }

    @Bean
    Templates templates(
            TemplateStore store,
            DatabaseClient database,
            IncidentTrail trail,
            Directory directory,
            TransactionalOperator transaction,
            InstantSource time,
            Ids ids) {
        return new Templates(
                store, new TemplateValues(database, directory, time), trail, directory, transaction, time, ids);
    }

    @Bean
    ShippedTemplates shippedTemplates(
            List<TemplateFile> files,
            TemplateStore store,
            Directory directory,
            TransactionalOperator transaction,
            InstantSource time) {
        return new ShippedTemplates(files, store, directory, transaction, time);
    }
}
