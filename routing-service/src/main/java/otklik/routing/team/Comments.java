package otklik.routing.team;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Json;
import otklik.contracts.access.Caller;
import otklik.routing.incident.IncidentTrail;
import otklik.routing.incident.Visibility;
import otklik.routing.incident.core.TextSafety;
import otklik.routing.platform.Notifications;
import otklik.web.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Comments inside the team in PostgreSQL: whoever may see the incident reads them, whoever takes part writes. Nothing of them is told to other services. */
public final class Comments {

    private static final int LONGEST = 4096;
    private static final String CHANNEL = "otklik_comment";

    private final DatabaseClient database;
    private final IncidentTrail trail;
    private final InstantSource time;
    private final Supplier<UUID> ids;
    private final Sinks.Many<Written> sink = Sinks.many().multicast().directBestEffort();

    Comments(
            DatabaseClient database,
            IncidentTrail trail,
            Notifications notifications,
            InstantSource time,
            Supplier<UUID> ids) {
        this.database = database;
        this.trail = trail;
        this.time = time;
        this.ids = ids;
        notifications.on(CHANNEL, json -> sink.tryEmitNext(Json.mapper().readValue(json, Written.class)));
    }

    /** That somebody said something at that incident; who wants to know what, asks. */
    public record Added(UUID id) {}

    /** The same with those who may know of it, between instances. */
    private record Written(UUID id, String jurisdiction, List<String> organs) {}

    /** Comments as they come, at incidents that the caller may look at. One missed is seen at the next look. */
    public Flux<Added> changes(Caller caller) {
        return sink.asFlux()
                .filter(written -> Visibility.sees(caller, written.jurisdiction(), written.organs()))
                .map(written -> new Added(written.id()));
    }

    /** Who wrote it. */
    record By(String id, String name) {}

    /** One comment. */
    record Comment(UUID id, Instant at, By by, String text) {}

    Mono<List<Comment>> of(UUID incident, Caller caller) {
        return trail.visible(incident, caller)
                .flatMap(seen -> database.sql("""
                                select id, at, author, author_name, said from incident_comment
                                where incident_id = :incident order by at, id""")
                        .bind("incident", seen.id())
                        .map(Comments::comment)
                        .all()
                        .collectList());
    }

    /** @throws Problem in the Mono, if there is nothing to say, or too much of it */
    Mono<Comment> add(UUID incident, String text, Caller caller) {
        String said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            return Mono.error(Problem.unprocessable(
                    "bad-comment", "Негодное замечание", "Напишите от 1 до " + LONGEST + " знаков."));
        }
        Optional<String> objection = TextSafety.objection(said);
        if (objection.isPresent()) {
            return Mono.error(Problem.unprocessable("text-unsafe", "В тексте недопустимое", objection.get()));
        }
        return trail.visible(incident, caller).flatMap(seen -> {
            if (!Visibility.takesPart(caller, seen.jurisdiction(), seen.organs())) {
                return Mono.error(Problem.forbidden("Наблюдатели читают обсуждение, но не пишут в нём."));
            }
            Comment comment = new Comment(
                    ids.get(), time.instant().truncatedTo(ChronoUnit.MICROS), new By(caller.id(), caller.name()), said);
            // One statement: nobody is told before it is there.
            return database.sql("""
                            with added as (insert into incident_comment (id, incident_id, at, author, author_name, said)
                                           values (:id, :incident, :at, :author, :name, :said) returning id)
                            select pg_notify(:channel, :written) from added""")
                    .bind("id", comment.id())
                    .bind("incident", seen.id())
                    .bind("at", comment.at())
                    .bind("author", caller.id())
                    .bind("name", caller.name())
                    .bind("said", said)
                    .bind("channel", CHANNEL)
                    .bind(
                            "written",
                            Json.mapper()
                                    .writeValueAsString(new Written(seen.id(), seen.jurisdiction(), seen.organs())))
                    .then()
                    .thenReturn(comment);
        });
    }

    private static Comment comment(Readable row) {
        return new Comment(
                requireNonNull(row.get("id", UUID.class)),
                requireNonNull(row.get("at", Instant.class)),
                new By(
                        requireNonNull(row.get("author", String.class)),
                        requireNonNull(row.get("author_name", String.class))),
                requireNonNull(row.get("said", String.class)));
    }
}
