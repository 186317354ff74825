package otklik.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.contracts.Event;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.contracts.sla.TimeSpent;
import otklik.messaging.Envelope;
import otklik.messaging.EventSender;
import otklik.testkit.Platform;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

/** An installation of the first version, with figures in it: the service of today starts on its database, shows the same and counts on. */
final class ReportingUpgradeIT {

    private static final UUID ANSWERED = UUID.fromString("6c0b3c1e-55c1-5d8e-9a59-0f2f3a4d7b10");
    private static final UUID GIVEN_BACK = UUID.fromString("6c0b3c1e-55c1-5d8e-9a59-0f2f3a4d7b11");
    private static final UUID DEADLINE = UUID.fromString("6c0b3c1e-55c1-5d8e-9a59-0f2f3a4d7b12");
    private static final Instant THEN = Instant.parse("2026-11-10T02:00:00Z");
    private static final String PERIOD = "?jurisdiction=lipetsk-oblast&from=2026-11-01&to=2026-11-30";

    private static final TestDatabase DATABASE = TestDatabase.fresh("reporting_upgrade");
    private static ConfigurableApplicationContext service;
    private static WebTestClient http;

    @BeforeAll
    static void upgrade() {
        DATABASE.migrate("reporting-service", "1");
        DATABASE.execute("""
                insert into organ_name values ('housing', 'Управление ЖКХ'), ('transport', 'Управление дорог');
                insert into incident_view values
                  ('%1$s', 'lipetsk-oblast', 3, 'DONE', 'ЛО-2026-000001', 'vk', 'Дороги', 'Ямы', 'Липецк', 'normal', 0, 'transport',
                   '2026-11-10T02:00:00Z', '2026-11-10T04:00:00Z', 'transport', 7200, 7200),
                  ('%2$s', 'lipetsk-oblast', 4, 'ROUTED', 'ЛО-2026-000002', 'vk', 'Дороги', 'Ямы', null, 'normal', 0, 'transport',
                   '2026-11-10T02:00:00Z', null, null, null, null);
                insert into incident_fact values
                  ('%1$s', 1, 'lipetsk-oblast', 'REGISTERED', null, '2026-11-10T02:00:00Z'),
                  ('%1$s', 2, 'lipetsk-oblast', 'ROUTED', 'transport', '2026-11-10T02:01:00Z'),
                  ('%1$s', 3, 'lipetsk-oblast', 'ANSWERED', 'transport', '2026-11-10T04:00:00Z'),
                  ('%2$s', 1, 'lipetsk-oblast', 'REGISTERED', null, '2026-11-10T02:00:00Z'),
                  ('%2$s', 2, 'lipetsk-oblast', 'ROUTED', 'housing', '2026-11-10T02:01:00Z'),
                  ('%2$s', 3, 'lipetsk-oblast', 'RETURNED', 'housing', '2026-11-10T02:30:00Z'),
                  ('%2$s', 4, 'lipetsk-oblast', 'ROUTED', 'transport', '2026-11-10T02:31:00Z');
                insert into deadline_fact values
                  ('%3$s', '%1$s', 'lipetsk-oblast', 'publish', 'Опубликовать ответ', 'LP-8', 'transport', '2026-11-10T02:00:00Z',
                   '2026-11-10T06:00:00Z', '2026-11-10T02:00:00Z', 50, null, '2026-11-10T04:00:00Z', false, null, null),
                  (gen_random_uuid(), '%2$s', 'lipetsk-oblast', 'publish', 'Опубликовать ответ', 'LP-8', 'transport',
                   '2026-11-10T02:00:00Z', '2026-11-10T06:00:00Z', '2026-11-10T02:00:00Z', 50, '2026-11-10T06:00:00Z', null, false, null,
                   null)""".formatted(ANSWERED, GIVEN_BACK, DEADLINE));
        service = ReportingService.application()
                .properties(Platform.settings(DATABASE))
                .run("--server.port=0");
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void figuresOfBefore_areTheSame_andGoOnWithWhatIsTold() {
        assertThat(figures(summary()))
                .isEqualTo("detected 2, published 1 in time 1, returned 1, open 1, overdue 1, LP-8 broken 1");
        JsonNode back = get("/api/reports/v1/wrong-routing" + PERIOD);
        assertThat(back.path("byRouter").toString())
                .as("who had sent it was not kept then")
                .isEqualTo("[{\"routedBy\":\"unknown\",\"routed\":0,\"returned\":1,\"lostMinutes\":0.0}]");

        tell(
                new IncidentEvent(
                        GIVEN_BACK,
                        "lipetsk-oblast",
                        5,
                        THEN.plusSeconds(20_000),
                        Actor.SYSTEM,
                        new IncidentFact.IncidentClosed("исполнено")),
                new TimeSpent(
                        GIVEN_BACK,
                        "lipetsk-oblast",
                        5,
                        THEN,
                        THEN.plusSeconds(20_000),
                        Duration.ofHours(1),
                        List.of(new TimeSpent.Part("organ", "housing", true, Duration.ofMinutes(29)))),
                // The answer was a mistake and is taken back: a term that the old version saw met runs again.
                new DeadlineEvent(
                        ANSWERED,
                        "lipetsk-oblast",
                        DEADLINE,
                        "publish",
                        "Опубликовать ответ",
                        "LP-8",
                        "transport",
                        THEN,
                        THEN.plusSeconds(14_400),
                        THEN.plusSeconds(7_300),
                        4,
                        new DeadlineFact.DeadlineReopened(false, false)));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(get("/api/reports/v1/wrong-routing" + PERIOD)
                            .path("byRouter")
                            .toString())
                    .isEqualTo("[{\"routedBy\":\"unknown\",\"routed\":0,\"returned\":1,\"lostMinutes\":29.0}]");
            assertThat(DATABASE.rows("select open, breached from deadline_view where deadline_id = '" + DEADLINE + "'"))
                    .containsExactly(List.of("t", "f"));
        });
        assertThat(figures(summary()))
                .isEqualTo("detected 2, published 1 in time 1, returned 1, open 0, overdue 1, LP-8 broken 1");
    }

    private static JsonNode summary() {
        return get("/api/reports/v1/summary" + PERIOD);
    }

    private static String figures(JsonNode summary) {
        return "detected %s, published %s in time %s, returned %s, open %s, overdue %s, %s broken %s"
                .formatted(
                        summary.path("detected").asInt(),
                        summary.path("published").asInt(),
                        summary.path("publishedInTime").asInt(),
                        summary.path("returned").asInt(),
                        summary.path("open").asInt(),
                        summary.path("overdue").asInt(),
                        summary.at("/breaches/0/clause").asString(),
                        summary.at("/breaches/0/count").asInt());
    }

    private static JsonNode get(String uri) {
        return Json.mapper()
                .readTree(http.get()
                        .uri(uri)
                        .header("Authorization", TestIssuer.bearer("curator.lipetsk", "curator@lipetsk-oblast"))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private static void tell(Event... events) {
        service.getBean(EventSender.class)
                .send(java.util.Arrays.stream(events)
                        .map(event -> new Envelope(UUID.randomUUID(), THEN, event, null))
                        .toList())
                .join();
    }
}
