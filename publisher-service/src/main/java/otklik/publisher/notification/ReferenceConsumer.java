package otklik.publisher.notification;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Event;
import otklik.contracts.Topics;
import otklik.contracts.reference.AbsenceNoted;
import otklik.contracts.reference.OrganDescribed;
import otklik.contracts.reference.PersonDescribed;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import reactor.core.publisher.Mono;

/**
 * Knows the organs, the staff with their addresses, and who stands in for whom. People and incidents come on different topics, so whoever
 * comes late is told late.
 */
final class ReferenceConsumer implements EventConsumer {

    private final DatabaseClient database;
    private final NoticeStore notices;
    private final LetterSettings settings;
    private final LetterMetrics metrics;
    private final InstantSource time;

    ReferenceConsumer(
            DatabaseClient database,
            NoticeStore notices,
            LetterSettings settings,
            LetterMetrics metrics,
            InstantSource time) {
        this.database = database;
        this.notices = notices;
        this.settings = settings;
        this.metrics = metrics;
        this.time = time;
    }

    @Override
    public String group() {
        return "publisher-service.people";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.REFERENCE_PEOPLE, Topics.REFERENCE_ORGANS, Topics.REFERENCE_ABSENCES);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        Event event = envelope.event();
        if (event instanceof PersonDescribed person) {
            return keep(person);
        }
        if (event instanceof OrganDescribed organ) {
            return keep(organ);
        }
        return event instanceof AbsenceNoted absence ? keep(absence) : Mono.empty();
    }

    @Override
    public Mono<Void> onRemoved(String topic, String key) {
        String table = topic.equals(Topics.REFERENCE_PEOPLE)
                ? "person"
                : topic.equals(Topics.REFERENCE_ORGANS) ? "organ" : "absence";
        return database.sql("delete from " + table + " where id = :id")
                .bind("id", key)
                .then();
    }

    private Mono<Void> keep(PersonDescribed person) {
        Instant now = time.instant();
        List<String> over = person.over();
        DatabaseClient.GenericExecuteSpec insert = database.sql("""
                        insert into person (id, jurisdiction, organ, name, role, email, over_organs)
                        values (:id, :jurisdiction, :organ, :name, :role, :email, :over)
                        on conflict (id) do update set jurisdiction = excluded.jurisdiction, organ = excluded.organ,
                               name = excluded.name, role = excluded.role, email = excluded.email, over_organs = excluded.over_organs""")
                .bind("id", person.id())
                .bind("jurisdiction", person.jurisdiction())
                .bind("organ", text(person.organ()))
                .bind("name", person.name())
                .bind("role", person.role())
                .bind("email", text(person.email()));
        return (over == null
                        ? insert.bindNull("over", String[].class)
                        : insert.bind("over", over.toArray(String[]::new)))
                .then()
                .then(notices.orderMissed(person.id(), now.minus(settings.catchUp()), now))
                .doOnNext(metrics::ordered)
                .then();
    }

    private Mono<Void> keep(OrganDescribed organ) {
        return database.sql("""
                        insert into organ (id, name) values (:id, :name) on conflict (id) do update set name = excluded.name""")
                .bind("id", organ.id())
                .bind("name", organ.name())
                .then();
    }

    private Mono<Void> keep(AbsenceNoted absence) {
        return database.sql("""
                        insert into absence (id, person, substitute, starts_at, ends_at)
                        values (:id, :person, :substitute, :starts, :ends)
                        on conflict (id) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at""")
                .bind("id", absence.key())
                .bind("person", absence.person())
                .bind("substitute", absence.substitute())
                .bind("starts", absence.startsAt())
                .bind("ends", absence.endsAt())
                .then();
    }

    private static Object text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
