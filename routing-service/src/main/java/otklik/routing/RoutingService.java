package otklik.routing;

import io.r2dbc.spi.ConnectionFactory;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import otklik.messaging.EventSender;
import otklik.messaging.InboxConfiguration;
import otklik.routing.absence.AbsenceConfiguration;
import otklik.routing.assignment.Assignments;
import otklik.routing.assignment.core.AssignmentTable;
import otklik.routing.attachment.AttachmentConfiguration;
import otklik.routing.directory.DirectoryAnnouncer;
import otklik.routing.directory.DirectoryFile;
import otklik.routing.directory.core.Directory;
import otklik.routing.document.DocumentConfiguration;
import otklik.routing.executor.ExecutorConfiguration;
import otklik.routing.incident.IncidentConfiguration;
import otklik.routing.learning.Experience;
import otklik.routing.learning.LearningConfiguration;
import otklik.routing.platform.Ids;
import otklik.routing.platform.Notifications;
import otklik.routing.presence.PresenceConfiguration;
import otklik.routing.promise.PromiseConfiguration;
import otklik.routing.reading.ReadingConfiguration;
import otklik.routing.replycheck.ReplyCheckConfiguration;
import otklik.routing.surge.SurgeConfiguration;
import otklik.routing.team.TeamConfiguration;
import otklik.routing.template.TemplateConfiguration;
import otklik.routing.template.TemplateFile;
import otklik.web.WebConfiguration;

/** The judge of casework, as a process of its own or within the standalone. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties({RoutingSettings.class, AttachmentSettings.class})
@Import({
    InboxConfiguration.class,
    WebConfiguration.class,
    IncidentConfiguration.class,
    ReadingConfiguration.class,
    ReplyCheckConfiguration.class,
    AbsenceConfiguration.class,
    LearningConfiguration.class,
    TeamConfiguration.class,
    AttachmentConfiguration.class,
    TemplateConfiguration.class,
    DocumentConfiguration.class,
    PromiseConfiguration.class,
    PresenceConfiguration.class,
    SurgeConfiguration.class,
    ExecutorConfiguration.class
})
public class RoutingService {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The service, ready to run with settings from the environment. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(RoutingService.class).properties("spring.config.name=routing-service");
    }

    @Bean
    Ids ids() {
        return new Ids();
    }

    @Bean
    Notifications notifications(ConnectionFactory connections) {
        return new Notifications(connections);
    }

    @Bean
    Directory directory(RoutingSettings settings, InstantSource time) {
        Directory directory = DirectoryFile.directory(YamlFiles.read(settings.directory(), DirectoryFile.class));
        directory.requireExecutorsSoon(time.instant());
        return directory;
    }

    @Bean
    DirectoryAnnouncer directoryAnnouncer(Directory directory, EventSender sender, InstantSource time) {
        return new DirectoryAnnouncer(directory, sender, time);
    }

    @Bean
    Assignments assignments(RoutingSettings settings, Directory directory, Experience experience) {
        List<AssignmentTable> tables = YamlFiles.read(settings.assignment(), AssignmentTable.class);
        return new Assignments(tables, directory, experience, settings.automaticFrom());
    }

    @Bean
    List<TemplateFile> templateFiles(RoutingSettings settings) {
        return YamlFiles.read(settings.templates(), TemplateFile.class);
    }
}
