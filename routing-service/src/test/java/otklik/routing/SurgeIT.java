package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.Json;
import otklik.contracts.Topics;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.Author;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.contracts.surge.SurgeEvent;
import otklik.contracts.surge.SurgeFact;
import otklik.testkit.Clause;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;

/** Many write about the same in the same place: each test in places of its own. */
class SurgeIT {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);
    private static final InstantSource TIME = () -> Instant.now().plus(Objects.requireNonNull(AHEAD.get()));
    private static final AtomicInteger POSTS = new AtomicInteger();
    private static final TestDatabase DATABASE = TestDatabase.fresh("surges");

    private static RoutingUnderTest service;

    @BeforeAll
    static void start() {
        service = instance();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static RoutingUnderTest instance() {
        return new RoutingUnderTest(DATABASE, TIME, "--otklik.routing.surges-every=100ms");
    }

    @Test
    @Clause({"AK-21", "LB-12", "LP-21"})
    void fivePeopleAboutTheSame_areASurge_toldOnce_againWhenDoubled_andWhenOver() {
        for (String jurisdiction : List.of("altai-krai", "barnaul-leninsky", "lipetsk-oblast")) {
            write(jurisdiction, "Новое", 4, 0);
            write(jurisdiction, "Новое", 1, 4);
            JsonNode surge = surge(jurisdiction, "Новое");

            assertThat(surge.at("/counted/authors").asInt()).isEqualTo(5);
            assertThat(surge.at("/counted/threshold").asInt()).isEqualTo(5);
            assertThat(surge.at("/counted/usual").asDouble()).isZero();
            assertThat(surge.at("/why").asString())
                    .isEqualTo("5 человек за 6 часов (5 сообщений), обычно 0; всплеск — от 5 человек (п. %s регламента)"
                            .formatted(surge.at("/clause").asString().split("-", 2)[1]));
            assertThat(facts(surge)).containsExactly("SurgeNoticed");
        }
        JsonNode surge = surge("altai-krai", "Новое");

        write("altai-krai", "Новое", 4, 5);
        await().atMost(LONG)
                .until(() -> surge("altai-krai", "Новое").at("/counted/authors").asInt() == 9);
        assertThat(facts(surge)).containsExactly("SurgeNoticed");
        write("altai-krai", "Новое", 1, 9);
        await().atMost(LONG).untilAsserted(() -> assertThat(facts(surge)).containsExactly("SurgeNoticed", "SurgeGrew"));

        AHEAD.set(Duration.ofHours(7));
        try {
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(facts(surge)).containsExactly("SurgeNoticed", "SurgeGrew", "SurgeEnded"));
        } finally {
            AHEAD.set(Duration.ZERO);
        }
        assertThat(told(surge).getFirst()).satisfies(event -> {
            assertThat(event.topicGroup()).isEqualTo("Снег и лёд");
            assertThat(event.location()).isEqualTo("Новое");
            assertThat(event.clause()).isEqualTo("AK-21");
            assertThat(event.version()).isEqualTo(1);
        });
    }

    @Test
    void spamOfOne_anOldBacklog_andScreenedPosts_areNoSurge_whatIsBroughtBackIs() {
        for (int i = 0; i < 8; i++) {
            post("altai-krai", "Спам", "spammer", Screening.CLEAN, null);
            post(
                    "altai-krai",
                    "Архив",
                    "old" + i,
                    Screening.CLEAN,
                    Instant.now().minus(Duration.ofDays(300 + i)));
        }
        List<UUID> screened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            screened.add(post("altai-krai", "Угрозы", "angry" + i, Screening.THREAT, null));
        }
        write("altai-krai", "Верное", 5, 0);
        surge("altai-krai", "Верное");
        assertThat(count("select count(*) from incident where location in ('Спам', 'Архив', 'Угрозы')"))
                .isEqualTo(21);
        assertThat(count("select count(*) from surge where location in ('Спам', 'Архив', 'Угрозы')"))
                .isZero();

        screened.forEach(
                id -> service.command(service.curator, id, "{\"type\":\"Restore\",\"reason\":\"Это не угроза\"}")
                        .expectStatus()
                        .isOk());
        assertThat(facts(surge("altai-krai", "Угрозы"))).containsExactly("SurgeNoticed");
    }

    @Test
    void messagesThatTheCuratorPutsRight_countWhereTheyBelong_andOnesWithoutAPlaceTogether() {
        List<UUID> astray = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            astray.add(post("altai-krai", "Ошибка" + i, "astray" + i, Screening.CLEAN, null));
            post("altai-krai", null, "nowhere" + i, Screening.CLEAN, null);
        }
        await().atMost(LONG).until(() -> count("select count(*) from incident where location like 'Ошибка%'") == 5);
        astray.forEach(id -> service.command(
                        service.curator,
                        id,
                        "{\"type\":\"CorrectClassification\",\"topicGroup\":\"Снег и лёд\",\"topic\":\"Гололёд\",\"location\":\"Правильное\",\"importance\":\"normal\"}")
                .expectStatus()
                .isOk());

        assertThat(surge("altai-krai", "Правильное").at("/counted/authors").asInt())
                .isEqualTo(5);
        assertThat(surge("altai-krai", null).has("location")).isFalse();
    }

    @Test
    void whatIsBusyAlways_isASurgeOnlyWhenThreeTimesAsBusy() {
        post("altai-krai", "Людное", "local", Screening.CLEAN, null);
        await().atMost(LONG).until(() -> count("select count(*) from incident where location = 'Людное'") == 1);
        // Three people in each six hours of the four weeks before.
        service.database().sql("""
                        insert into incident (id, jurisdiction, number, version, state, channel, kind, topic_group, topic, location,
                            importance, detected_at, changed_at, post_text, snapshot, head, author)
                        select gen_random_uuid(), jurisdiction, number || '/' || n || '/' || person, version, 'DONE', channel, kind, topic_group,
                            topic, location, importance, detected_at - make_interval(hours => 6 * n + 3), changed_at, post_text, snapshot, head,
                            json_build_object('externalId', 'u' || person)
                        from incident, generate_series(1, 120) n, generate_series(1, 3) person where location = 'Людное'""").then().block(LONG);
        write("altai-krai", "Людное", 7, 0);
        write("altai-krai", "Тихое", 5, 0);
        surge("altai-krai", "Тихое");
        assertThat(
                        count(
                                "select count(*) from incident where location = 'Людное' and detected_at > now() - interval '1 hour'"))
                .isEqualTo(8);
        assertThat(count("select count(*) from surge where location = 'Людное'"))
                .isZero();

        write("altai-krai", "Людное", 1, 7);
        JsonNode surge = surge("altai-krai", "Людное");

        assertThat(surge.at("/counted/usual").asDouble()).isEqualTo(3.0);
        assertThat(surge.at("/counted/threshold").asInt()).isEqualTo(9);
    }

    @Test
    @Clause("AK-21")
    void surge_isToldOnce_byTwoInstances_andAfterAStop() {
        try (RoutingUnderTest other = instance()) {
            write("altai-krai", "Двое", 6, 0);
            JsonNode surge = surge("altai-krai", "Двое");
            assertThat(other.get(
                                    service.curator,
                                    "/api/routing/v1/surges/{id}",
                                    surge.at("/id").asString())
                            .expectStatus()
                            .isOk()
                            .expectBody(JsonNode.class)
                            .returnResult()
                            .getResponseBody())
                    .isNotNull();
            service.close();
            write(other, "altai-krai", "Двое", 3, 6);
            await().atMost(LONG)
                    .until(() -> count(other, "select count(*) from incident where location = 'Двое'") == 9);
        } finally {
            service = instance();
        }
        write("altai-krai", "Двое", 3, 9);

        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(facts(surge("altai-krai", "Двое"))).containsExactly("SurgeNoticed", "SurgeGrew"));
        assertThat(count("select count(*) from surge where location = 'Двое'")).isEqualTo(1);
    }

    @Test
    @Clause("LP-22")
    void firstDeputy_takesNoteOfASurge_andPassesItOn_othersMayNot() {
        write("lipetsk-oblast", "Усмань", 5, 0);
        String id = surge("lipetsk-oblast", "Усмань").at("/id").asString();
        String deputy = TestIssuer.bearer("deputy", "leadership@lipetsk-oblast");
        String curator = TestIssuer.bearer("curator", "curator@lipetsk-oblast");

        act(curator, id, "acknowledge", "{}")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.clause")
                .isEqualTo("LP-22");
        act(deputy, id, "acknowledge", "{}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.acknowledged.by")
                .isEqualTo("Имя deputy")
                .jsonPath("$.report.to")
                .isEqualTo("Губернатор")
                .jsonPath("$.report.mine")
                .isEqualTo(true);
        act(deputy, id, "acknowledge", "{}").expectStatus().isOk();
        for (int i = 0; i < 2; i++) {
            act(deputy, id, "pass-up", "{\"note\":\"устно\"}")
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.passedUp.to")
                    .isEqualTo("Губернатор")
                    .jsonPath("$.passedUp.note")
                    .isEqualTo("устно")
                    .jsonPath("$.version")
                    .isEqualTo(3);
        }
        act(deputy, id, "pass-up", "{\"note\":\"письмом\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("already-passed-up")
                .jsonPath("$.clause")
                .isEqualTo("LP-22");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(told(id))
                        .extracting(SurgeEvent::fact)
                        .element(2)
                        .isEqualTo(new SurgeFact.SurgePassedUp("Губернатор", "устно")));
    }

    @Test
    void surges_areForThoseWhoWatchOverTheJurisdiction_pageByPage_withTheirIncidents() {
        List<ServerSentEvent<JsonNode>> heard = new CopyOnWriteArrayList<>();
        Disposable listening = service.http
                .get()
                .uri("/api/routing/v1/changes")
                .header("Authorization", service.observer)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
                .getResponseBody()
                .subscribe(heard::add);
        await().atMost(LONG).until(() -> !heard.isEmpty());
        write("altai-krai", "Первое", 5, 0);
        write("altai-krai", "Второе", 5, 0);
        String id = surge("altai-krai", "Первое").at("/id").asString();
        surge("altai-krai", "Второе");

        await().atMost(LONG)
                .until(() -> heard.stream()
                        .anyMatch(event -> "surge".equals(event.event())
                                && Objects.requireNonNull(event.data())
                                        .at("/id")
                                        .asString()
                                        .equals(id)));
        listening.dispose();
        service.get(service.observer, "/api/routing/v1/surges/{id}", id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.incidents.length()")
                .isEqualTo(5)
                .jsonPath("$.surge.report")
                .doesNotExist();
        JsonNode first = json(service.observer, "/api/routing/v1/surges?state=all&jurisdiction=altai-krai&limit=1");
        JsonNode next = json(
                service.observer,
                "/api/routing/v1/surges?state=all&jurisdiction=altai-krai&limit=1&cursor="
                        + first.at("/next").asString());
        assertThat(next.at("/items/0/id").asString())
                .isNotEmpty()
                .isNotEqualTo(first.at("/items/0/id").asString());
        service.get(service.executor, "/api/routing/v1/surges/{id}", id)
                .expectStatus()
                .isForbidden();
        service.get(service.executor, "/api/routing/v1/surges?jurisdiction=altai-krai")
                .expectStatus()
                .isForbidden();
        assertThat(json(service.executor, "/api/routing/v1/surges").at("/items"))
                .isEmpty();
        service.get(service.curator, "/api/routing/v1/surges/{id}", UUID.randomUUID())
                .expectStatus()
                .isNotFound();
        service.get(service.curator, "/api/routing/v1/surges?state=over")
                .expectStatus()
                .isBadRequest();
        act(TestIssuer.bearer("governor", "leadership@altai-krai"), id, "acknowledge", "{}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.clause")
                .isEqualTo("AK-21");
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(service.http
                                        .get()
                                        .uri("/actuator/prometheus")
                                        .exchange()
                                        .expectBody(String.class)
                                        .returnResult()
                                        .getResponseBody())
                                .containsPattern("otklik_routing_surges\\{jurisdiction=\"altai-krai\"} [1-9]")
                                .contains("otklik_routing_surges{jurisdiction=\"khabarovsk-krai\"} 0")
                                .containsPattern(
                                        "otklik_routing_surge_events_total\\{jurisdiction=\"altai-krai\",type=\"otklik.surge.noticed.v1\"} [1-9]"));
        JsonNode queue = json(
                service.curator,
                "/api/routing/v1/incidents?queue=open&jurisdiction=altai-krai&topicGroup=Снег и лёд&location=Первое");
        assertThat(queue.at("/items")).hasSize(5);
    }

    private static void write(String jurisdiction, String location, int people, int from) {
        write(service, jurisdiction, location, people, from);
    }

    /** So many people write one message each. */
    private static void write(RoutingUnderTest to, String jurisdiction, String location, int people, int from) {
        for (int i = from; i < from + people; i++) {
            post(to, jurisdiction, location, "person" + i, Screening.CLEAN, null);
        }
    }

    private static UUID post(
            String jurisdiction,
            @Nullable String location,
            String author,
            Screening screening,
            @Nullable Instant postedAt) {
        return post(service, jurisdiction, location, author, screening, postedAt);
    }

    private static UUID post(
            RoutingUnderTest to,
            String jurisdiction,
            @Nullable String location,
            String author,
            Screening screening,
            @Nullable Instant postedAt) {
        PostKey key = new PostKey(Channel.VK, "surge-" + POSTS.incrementAndGet());
        IncidentDetected detected = new IncidentDetected(
                IncidentId.of(jurisdiction, key),
                jurisdiction,
                key,
                PostKind.POST,
                "https://vk.com/wall-1_" + POSTS.get(),
                "Гололёд, люди падают. " + POSTS.get(),
                new Author(author, author, null),
                Map.of(),
                postedAt,
                Instant.now(),
                new Classification(
                        "Снег и лёд", "Гололёд", location, Importance.NORMAL, screening, 0.4, List.of(), "test"));
        to.tell(detected);
        return detected.incidentId();
    }

    /** The surge there, once it goes on. */
    private static JsonNode surge(String jurisdiction, @Nullable String location) {
        String curator = TestIssuer.bearer("curator", "curator@" + jurisdiction);
        AtomicReference<@Nullable JsonNode> found = new AtomicReference<>();
        await().alias("a surge in " + location).atMost(LONG).until(() -> {
            for (JsonNode each : json(curator, "/api/routing/v1/surges?jurisdiction=" + jurisdiction)
                    .at("/items")) {
                if (Objects.equals(location, each.at("/location").asString(null))) {
                    found.set(each);
                }
            }
            return found.get() != null;
        });
        return Objects.requireNonNull(found.get());
    }

    private static JsonNode json(String who, String uri) {
        return Objects.requireNonNull(service.get(who, uri)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    private static WebTestClient.ResponseSpec act(String who, String id, String what, String body) {
        return service.http
                .post()
                .uri("/api/routing/v1/surges/" + id + ":" + what)
                .header("Authorization", who)
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange();
    }

    /** What was told of it on the topic, in order; at least that it began. */
    private static List<String> facts(JsonNode surge) {
        return told(surge).stream()
                .map(event -> event.fact().getClass().getSimpleName())
                .toList();
    }

    private static List<SurgeEvent> told(JsonNode surge) {
        return told(surge.at("/id").asString());
    }

    private static List<SurgeEvent> told(String id) {
        AtomicReference<List<@Nullable String>> lies = new AtomicReference<>(List.of());
        await().atMost(LONG).until(() -> {
            lies.set(service.lies(Topics.INCIDENTS_SURGES, id));
            return !Objects.requireNonNull(lies.get()).isEmpty();
        });
        return Objects.requireNonNull(lies.get()).stream()
                .map(json -> Json.mapper().readValue(Objects.requireNonNull(json), SurgeEvent.class))
                .toList();
    }

    private static long count(String sql) {
        return count(service, sql);
    }

    private static long count(RoutingUnderTest by, String sql) {
        return Objects.requireNonNull(by.database()
                .sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block(LONG));
    }
}
