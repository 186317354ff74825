package otklik.web;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Event;
import otklik.contracts.Topics;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.contracts.reference.AbsenceNoted;
import otklik.contracts.reference.PersonDescribed;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import reactor.core.publisher.Mono;

/**
 * Who stands in for whom, as routing tells it on the reference topics (VP-6, LP-5), kept in the tables {@code person} and {@code absence} of the
 * service. People and absences come on different topics in any order: they meet when somebody asks. An absence begins and ends by the
 * clock alone. Costs a look-up by index for each request; where that fails, people act by their own rights.
 */
final class ToldStandIns implements Substitution, EventConsumer {

    private static final Logger log = LoggerFactory.getLogger(ToldStandIns.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String[] ROLES = Arrays.stream(Role.values())
            .filter(Role::hasSubstitutes)
            .map(Role::wire)
            .toArray(String[]::new);

    private final String service;
    private final DatabaseClient database;
    private final InstantSource time;

    ToldStandIns(String service, DatabaseClient database, InstantSource time) {
        this.service = service;
        this.database = database;
        this.time = time;
    }

    @Override
    public Mono<Caller> withSubstituted(Caller caller) {
        return database.sql("""
                        select p.id, p.role, p.jurisdiction, p.organ
                        from absence a join person p on p.id = a.person and p.jurisdiction = a.jurisdiction
                        where a.substitute = :substitute and a.starts_at <= :now and a.ends_at > :now and p.role = any(:roles)
                        order by a.starts_at, p.id""")
                .bind("substitute", caller.id())
                .bind("now", time.instant())
                .bind("roles", ROLES)
                .map(row -> new Grant(
                        Role.of(requireNonNull(row.get("role", String.class))),
                        requireNonNull(row.get("jurisdiction", String.class)),
                        row.get("organ", String.class),
                        requireNonNull(row.get("id", String.class))))
                .all()
                .collectList()
                .map(caller::standingInBy)
                .timeout(PATIENCE)
                .onErrorResume(e -> {
                    log.warn(
                            "Who stands in for whom could not be looked up: this request goes on with the caller's own rights",
                            e);
                    return Mono.just(caller);
                });
    }

    @Override
    public String group() {
        return service + ".stand-ins";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.REFERENCE_PEOPLE, Topics.REFERENCE_ABSENCES);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        Event event = envelope.event();
        if (event instanceof PersonDescribed person) {
            return keep(person);
        }
        return event instanceof AbsenceNoted absence ? keep(absence) : Mono.empty();
    }

    @Override
    public Mono<Void> onRemoved(String topic, String key) {
        String table = topic.equals(Topics.REFERENCE_PEOPLE) ? "person" : "absence";
        return database.sql("delete from " + table + " where id = :id")
                .bind("id", key)
                .then();
    }

    private Mono<Void> keep(PersonDescribed person) {
        return database.sql("""
                        insert into person (id, jurisdiction, organ, role) values (:id, :jurisdiction, :organ, :role)
                        on conflict (id) do update
                            set jurisdiction = excluded.jurisdiction, organ = excluded.organ, role = excluded.role""")
                .bind("id", person.id())
                .bind("jurisdiction", person.jurisdiction())
                .bind("organ", Parameters.in(R2dbcType.VARCHAR, person.organ()))
                .bind("role", person.role())
                .then();
    }

    private Mono<Void> keep(AbsenceNoted absence) {
        return database.sql("""
                        insert into absence (id, jurisdiction, person, substitute, starts_at, ends_at)
                        values (:id, :jurisdiction, :person, :substitute, :starts, :ends)
                        on conflict (id) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at""")
                .bind("id", absence.key())
                .bind("jurisdiction", absence.jurisdiction())
                .bind("person", absence.person())
                .bind("substitute", absence.substitute())
                .bind("starts", absence.startsAt())
                .bind("ends", absence.endsAt())
                .then();
    }
}
