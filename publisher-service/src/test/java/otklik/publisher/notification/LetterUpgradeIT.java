package otklik.publisher.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.testkit.TestDatabase;

/** An installation that has letters already: they stay what they were when the ledger learns of deadlines. */
final class LetterUpgradeIT {

    private static final UUID INCIDENT = UUID.fromString("6c0b3c1e-55c1-5d8e-9a59-0f2f3a4d7b10");
    private static final String ROUTED_AT = "2026-04-30T03:05:00.123456Z";

    private final TestDatabase database = TestDatabase.fresh("upgrade");

    @Test
    void lettersOfBefore_keepTheirNoticeAndMessageId() {
        database.migrate("publisher-service", "2");
        database.execute("""
                insert into incident values ('%1$s', 'altai-krai', '7', 'Дороги', 'Ямы', null, 'normal', 1);
                insert into notice values ('%1$s', 2, 'altai-krai', 'organ', 'Минтранс', '%2$s');
                insert into letter (message_id, incident_id, version, person_id, state, next_at)
                values ('<%1$s.2.savin@otklik>', '%1$s', 2, 'savin', 'READY', '%2$s')""".formatted(INCIDENT, ROUTED_AT));

        database.migrate("publisher-service", "latest");

        List<@Nullable String> row = database.rows("""
                select n.event, n.state, n.sort, n.roles::text, i.organ, '<' || l.notice || '.' || l.person_id || '@otklik>' = l.message_id
                  from letter l join notice n on n.name = l.notice join incident i on i.incident_id = n.incident_id""").getFirst();
        assertThat(row.subList(1, 6)).containsExactly("TOLD", "assigned", "{executor}", "organ", "t");
        assertThat(Json.mapper().readValue(row.getFirst(), IncidentEvent.class))
                .isEqualTo(new IncidentEvent(
                        INCIDENT,
                        "altai-krai",
                        2,
                        Instant.parse(ROUTED_AT),
                        Actor.SYSTEM,
                        new IncidentFact.IncidentRouted("organ", "Минтранс", false, null)));
    }
}
