package otklik.publisher.notification;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.Topics;
import otklik.contracts.reference.PersonDescribed;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import reactor.core.publisher.Mono;

/** Knows the staff and their addresses. People and incidents come on different topics, so whoever comes late is told late. */
final class PeopleConsumer implements EventConsumer {

    private final DatabaseClient database;
    private final LetterStore letters;
    private final LetterSettings settings;
    private final LetterMetrics metrics;
    private final InstantSource time;

    PeopleConsumer(
            DatabaseClient database,
            LetterStore letters,
            LetterSettings settings,
            LetterMetrics metrics,
            InstantSource time) {
        this.database = database;
        this.letters = letters;
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
        return Set.of(Topics.REFERENCE_PEOPLE);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        return envelope.event() instanceof PersonDescribed person ? keep(person) : Mono.empty();
    }

    @Override
    public Mono<Void> onRemoved(String topic, String key) {
        return database.sql("delete from person where id = :id").bind("id", key).then();
    }

    private Mono<Void> keep(PersonDescribed person) {
        Instant now = time.instant();
        return database.sql("""
                        insert into person (id, jurisdiction, organ, name, role, email)
                        values (:id, :jurisdiction, :organ, :name, :role, :email)
                        on conflict (id) do update set jurisdiction = excluded.jurisdiction, organ = excluded.organ,
                               name = excluded.name, role = excluded.role, email = excluded.email""")
                .bind("id", person.id())
                .bind("jurisdiction", person.jurisdiction())
                .bind("organ", text(person.organ()))
                .bind("name", person.name())
                .bind("role", person.role())
                .bind("email", text(person.email()))
                .then()
                .then(letters.orderMissed(person.id(), now.minus(settings.catchUp()), now))
                .doOnNext(metrics::ordered)
                .then();
    }

    private static Object text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
