package otklik.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.contracts.Event;
import otklik.contracts.Topics;
import otklik.contracts.reference.AbsenceNoted;
import otklik.contracts.reference.PersonDescribed;
import otklik.messaging.Envelope;
import otklik.messaging.EventSender;
import otklik.testkit.Clause;
import otklik.testkit.Platform;
import otklik.testkit.SettableTime;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;

/** Whoever stands in sees what the absent see, from the first instant of the absence to its last, and after a restart too. */
final class SubstituteIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2026-11-23T21:00:00Z");
    private static final SettableTime TIME = new SettableTime(START.minusSeconds(60));
    private static final TestDatabase DATABASE = TestDatabase.fresh("reporting_substitutes");
    private static final String SUBSTITUTE = TestIssuer.bearer("deputy.lent", "supervisor@altai-krai");

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = ReportingService.application()
                .properties(Platform.settings(DATABASE))
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("testTime", InstantSource.class, () -> TIME))
                .run("--server.port=0");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Clause({"VP-6", "LP-5"})
    void substitute_seesTheFiguresOfTheAbsentWhileTheyAreAway() {
        AbsenceNoted away = absence(UUID.randomUUID(), "leader.away", START, START.plus(Duration.ofDays(2)));
        tell(away);
        tell(new PersonDescribed("leader.away", "vyatskie-polyany", null, "Лев Отпускной", "leadership", null));
        tell(away);
        await().atMost(LONG).until(() -> rows("absence", away.key()) == 1 && rows("person", "leader.away") == 1);
        sees(403);

        TIME.set(START);
        sees(200);
        stop();
        start();
        sees(200);

        TIME.set(START.plus(Duration.ofDays(2)));
        sees(403);
        TIME.set(START.plus(Duration.ofDays(1)));
        sees(200);
        tell(absence(away.id(), "leader.away", START, START.plus(Duration.ofHours(20))));
        await().atMost(LONG).untilAsserted(() -> sees(403));

        TIME.set(START);
        sees(200);
        service.getBean(EventSender.class)
                .removed(Topics.REFERENCE_ABSENCES, List.of(away.key()))
                .block(LONG);
        await().atMost(LONG).untilAsserted(() -> sees(403));
        assertThat(rows("absence", away.key())).isZero();
    }

    @Test
    void whoeverOnlyLooksOn_isStoodInForByNobody() {
        AbsenceNoted away =
                absence(UUID.randomUUID(), "observer.away", START.minusSeconds(86_400), START.plus(Duration.ofDays(9)));
        tell(new PersonDescribed("observer.away", "khabarovsk-krai", null, "Зоя Зрячая", "observer", null));
        tell(away);
        await().atMost(LONG).until(() -> rows("absence", away.key()) == 1 && rows("person", "observer.away") == 1);

        sees("khabarovsk-krai", 403);
        sees("altai-krai", 200);
    }

    private static AbsenceNoted absence(UUID id, String person, Instant from, Instant to) {
        String jurisdiction = person.startsWith("leader") ? "vyatskie-polyany" : "khabarovsk-krai";
        return new AbsenceNoted(id, jurisdiction, person, "deputy.lent", from, to);
    }

    private static void sees(int status) {
        sees("vyatskie-polyany", status);
    }

    private static void sees(String jurisdiction, int status) {
        WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(20))
                .build()
                .get()
                .uri("/api/reports/v1/summary?jurisdiction={id}", jurisdiction)
                .header("Authorization", SUBSTITUTE)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private static void tell(Event event) {
        service.getBean(EventSender.class)
                .send(List.of(new Envelope(UUID.randomUUID(), Instant.now(), event, null)))
                .join();
    }

    private static int rows(String table, String id) {
        return DATABASE.rows("select id from " + table + " where id = '" + id + "'")
                .size();
    }
}
