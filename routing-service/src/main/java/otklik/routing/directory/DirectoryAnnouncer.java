package otklik.routing.directory;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import otklik.contracts.Event;
import otklik.contracts.IncidentId;
import otklik.contracts.Json;
import otklik.contracts.reference.OrganDescribed;
import otklik.contracts.reference.PersonDescribed;
import otklik.messaging.Envelope;
import otklik.messaging.EventSender;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Official;
import otklik.routing.directory.core.Organ;

/**
 * Tells the others of organs and people when the service starts. What has not changed has the same event id, so that whoever knows it
 * already passes it over. If Kafka is away the service starts all the same and tells them at its next start.
 */
public final class DirectoryAnnouncer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DirectoryAnnouncer.class);

    private final Directory directory;
    private final EventSender sender;
    private final InstantSource time;
    private volatile boolean running;

    public DirectoryAnnouncer(Directory directory, EventSender sender, InstantSource time) {
        this.directory = directory;
        this.sender = sender;
        this.time = time;
    }

    @Override
    public void start() {
        running = true;
        List<Envelope> news = Stream.concat(
                        directory.all().stream().flatMap(this::describe),
                        directory.officials().stream().map(this::describe))
                .toList();
        var unused = sender.send(news).whenComplete((ignored, failure) -> {
            if (failure != null) {
                log.warn(
                        "Organs and people could not be told to the other services; restart when Kafka is back",
                        failure);
            }
        });
    }

    private Stream<Envelope> describe(Organ organ) {
        Stream<Event> people = organ.people().stream()
                .map(person -> new PersonDescribed(
                        person.id(),
                        organ.jurisdiction(),
                        organ.id(),
                        person.name(),
                        person.role().wire(),
                        person.email()));
        Event self = new OrganDescribed(organ.id(), organ.jurisdiction(), organ.name(), organ.parent());
        return Stream.concat(Stream.of(self), people).map(this::envelope);
    }

    private Envelope describe(Official official) {
        return envelope(new PersonDescribed(
                official.id(),
                official.jurisdiction(),
                null,
                official.name(),
                official.role().wire(),
                official.email(),
                official.over()));
    }

    private Envelope envelope(Event event) {
        return new Envelope(IncidentId.nameBased(Json.mapper().writeValueAsString(event)), time.instant(), event, null);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
