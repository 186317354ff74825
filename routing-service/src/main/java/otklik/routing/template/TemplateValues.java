package otklik.routing.template;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.access.Caller;
import otklik.contracts.post.Author;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Organ;
import otklik.routing.incident.Visibility;
import otklik.routing.incident.core.Incident;
import otklik.routing.template.core.Placeholder;
import reactor.core.publisher.Mono;

/** What an incident gives for the placeholders. What it does not know is left out. */
final class TemplateValues {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'года'", Locale.of("ru", "RU"));

    private final DatabaseClient database;
    private final Directory directory;
    private final InstantSource time;

    TemplateValues(DatabaseClient database, Directory directory, InstantSource time) {
        this.database = database;
        this.directory = directory;
        this.time = time;
    }

    private record Row(@Nullable Author author, @Nullable Instant due) {}

    Mono<Map<Placeholder, String>> of(Incident incident, Caller caller) {
        return database.sql("""
                        select cast(author as text) as author, (select min(due_at) from incident_deadline where incident_id = i.id
                            and is_duty and status in ('OPEN', 'WARNED', 'BREACHED') and stage in ('publish', 'final')) as due
                        from incident i where id = :id""")
                .bind("id", incident.id())
                .map(row -> new Row(author(row.get("author", String.class)), row.get("due", Instant.class)))
                .one()
                .map(row -> values(incident, row, caller));
    }

    private Map<Placeholder, String> values(Incident incident, Row row, Caller caller) {
        Regulation regulation = Regulations.installed().get(incident.jurisdiction(), incident.detectedAt());
        ZoneId zone = regulation.zone();
        Optional<Organ> organ = Optional.ofNullable(incident.organ()).flatMap(directory::find);
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        values.put(Placeholder.NUMBER, incident.number());
        values.put(Placeholder.TOPIC_GROUP, incident.classification().topicGroup());
        values.put(Placeholder.TOPIC, incident.classification().topic());
        values.put(Placeholder.TODAY, DATE.format(time.instant().atZone(zone)));
        values.put(Placeholder.JURISDICTION, regulation.name());
        put(values, Placeholder.LOCATION, incident.classification().location());
        put(values, Placeholder.ORGAN, organ.map(Organ::name).orElse(null));
        put(values, Placeholder.CONTACTS, organ.map(Organ::contacts).orElse(null));
        put(values, Placeholder.POST, incident.url());
        put(
                values,
                Placeholder.DUE,
                row.due() == null ? null : DATE.format(row.due().atZone(zone)));
        if (Visibility.seesAuthor(caller, incident.jurisdiction())) {
            values.put(Placeholder.EXECUTOR, caller.name());
            put(
                    values,
                    Placeholder.AUTHOR,
                    row.author() == null ? null : row.author().name());
        }
        return values;
    }

    private static void put(Map<Placeholder, String> values, Placeholder of, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(of, value);
        }
    }

    private static @Nullable Author author(@Nullable String json) {
        return json == null ? null : Json.mapper().readValue(json, Author.class);
    }
}
