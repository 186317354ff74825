package otklik.routing.incident;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.access.Caller;
import otklik.routing.incident.core.Asking;
import otklik.routing.incident.core.Casework;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.Step;
import otklik.routing.incident.core.UndoRules;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/** What can be known of an incident from its facts: its state, what came about, what may be done now. Whether that is true: {@link Evidence}. */
public final class IncidentTrail {

    private final IncidentStore store;
    private final IncidentCommands commands;
    private final DatabaseClient database;

    IncidentTrail(IncidentStore store, IncidentCommands commands, DatabaseClient database) {
        this.store = store;
        this.commands = commands;
        this.database = database;
    }

    /**
     * The incident, if the caller may look at it.
     *
     * @throws Problem in the Mono: 404 if there is none, 403 if it is not the caller's to see
     */
    public Mono<Incident> visible(UUID id, Caller caller) {
        return database.sql("select cast(snapshot as text) from incident where id = :id")
                .bind("id", id)
                .map(row -> IncidentStore.snapshot(String.valueOf(row.get(0, String.class))))
                .one()
                .switchIfEmpty(Mono.error(() -> Problem.notFound("Инцидента " + id + " нет.")))
                .doOnNext(incident -> Visibility.require(caller, incident.jurisdiction(), incident.organs()));
    }

    /** What the caller may do now, in the order of the work; last, to take back what the caller has just done. */
    Mono<IncidentTrailApi.Offers> possible(UUID id, Caller caller) {
        return visible(id, caller).flatMap(incident -> {
            Asking asking = commands.asking(incident, caller);
            List<Step> steps = Casework.possible(incident, asking);
            Stream<PossibleCommand> possible = steps.stream()
                    .map(step -> PossibleCommand.of(
                            step, Casework.isExpected(step, steps, incident, asking.regulation()), incident, asking));
            return undo(incident, asking)
                    .map(Stream::of)
                    .defaultIfEmpty(Stream.empty())
                    .map(undo -> new IncidentTrailApi.Offers(
                            incident.version(), Stream.concat(possible, undo).toList()));
        });
    }

    private Mono<PossibleCommand> undo(Incident incident, Asking asking) {
        return store.lastStep(incident, asking.caller().id(), asking.now().minus(UndoRules.WITHIN))
                .flatMap(last -> Mono.justOrEmpty(UndoRules.until(last, asking))
                        .map(until -> PossibleCommand.undo(last.what(), until, asking.now())));
    }

    /** Facts, first to last. */
    Mono<List<StoredFact>> facts(UUID id) {
        return store.facts(id).collectList();
    }
}
