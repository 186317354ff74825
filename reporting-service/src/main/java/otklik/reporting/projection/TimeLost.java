package otklik.reporting.projection;

import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.sla.TimeSpent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Working time that organs lost on what was not their question, or turned out to be others', as the ledger of the sla-timer tells it. Sums only grow, so order does not matter. */
final class TimeLost {

    private static final double NANOS = 1_000_000_000.0;

    private final DatabaseClient database;

    TimeLost(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> learn(TimeSpent spent) {
        return Flux.fromIterable(spent.parts())
                .filter(TimeSpent.Part::returned)
                .concatMap(part -> learn(spent, part))
                .then();
    }

    private Mono<Void> learn(TimeSpent spent, TimeSpent.Part part) {
        return database.sql("""
                        insert into time_lost (incident_id, organ, jurisdiction, incident_version, lost_s, ended_at)
                        values (:id, :organ, :jurisdiction, :version, :lost, :ended)
                        on conflict (incident_id, organ) do update set incident_version = excluded.incident_version,
                               lost_s = excluded.lost_s, ended_at = excluded.ended_at
                         where time_lost.incident_version < excluded.incident_version""")
                .bind("id", spent.incidentId())
                .bind("organ", String.valueOf(part.organ()))
                .bind("jurisdiction", spent.jurisdiction())
                .bind("version", spent.incidentVersion())
                .bind("lost", seconds(part.spent()))
                .bind("ended", spent.endedAt())
                .then();
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS;
    }
}
