package otklik.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import otklik.contracts.Channel;
import otklik.contracts.Event;
import otklik.contracts.Importance;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKind;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.contracts.sla.TimeSpent;
import otklik.messaging.Envelope;
import otklik.messaging.EventSender;
import otklik.testkit.Clause;
import otklik.testkit.Platform;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

/** One story of three incidents, told out of order and twice, and what the service makes of it. */
final class ReportingIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String CURATOR = TestIssuer.bearer("curator.altai", "curator@altai-krai");
    /** 10 November 2026, a Tuesday, 09:00 in Barnaul. */
    private static final Instant START = Instant.parse("2026-11-10T02:00:00Z");
    /** Figures of the other services that dashboard and alerts name; each is tested where it is made. */
    private static final Set<String> OF_OTHERS = Set.of(
            "otklik_sla_timer_lateness_seconds_bucket",
            "otklik_sla_timer_lateness_seconds_count",
            "otklik_sla_looks_total",
            "otklik_sla_tick_seconds_count",
            "otklik_sla_tick_seconds_max",
            "otklik_sla_restore_seconds_max",
            "otklik_routing_surges",
            "otklik_routing_surge_events_total",
            "otklik_publisher_replies_total",
            "otklik_publisher_letters_postponed_total");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final UUID IN_TIME = UUID.randomUUID();
    private static final UUID LATE = UUID.randomUUID();
    private static final UUID OVERDUE = UUID.randomUUID();

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = ReportingService.application()
                .properties(Platform.settings(TestDatabase.fresh("reporting")))
                .run("--server.port=0", "--otklik.reporting.refresh=500ms", "--otklik.reporting.heartbeat=200ms");
        List<Envelope> story = new ArrayList<>(story());
        story.addAll(story());
        Collections.shuffle(story, new Random(20261122));
        // A registration before the answer of the same incident, as their topic keeps it; the rest as it comes.
        story.addAll(0, story().stream().filter(ReportingIT::isLifecycle).toList());
        service.getBean(EventSender.class).send(story).join();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void summary_countsEveryFactOnceWhateverTheOrder() {
        JsonNode summary = await().atMost(LONG)
                .until(
                        () -> get(
                                "/api/reports/v1/summary?jurisdiction=altai-krai&from=2026-11-01&to=2026-11-30",
                                CURATOR),
                        found -> found.path("published").asInt() == 2
                                && found.path("overdue").asInt() == 1
                                && found.path("publishedLate").asInt() == 1
                                && found.path("breaches").path(0).path("count").asInt() == 2);

        assertThat(summary.path("detected").asInt()).isEqualTo(3);
        assertThat(summary.path("publishedInTime").asInt()).isEqualTo(1);
        assertThat(summary.path("open").asInt()).isEqualTo(1);
        assertThat(summary.path("returned").asInt()).isEqualTo(1);
        assertThat(summary.path("reworks").asInt()).isEqualTo(1);
        assertThat(summary.path("byState").toString()).isEqualTo("{\"DONE\":2,\"ROUTED\":1}");
        assertThat(summary.path("byOrgan").toString()).isEqualTo("""
                        [{"id":"altai-krai.housing","organ":"Минстрой","assigned":1,"published":0,"publishedInTime":0,"publishedLate":0,\
                        "overdue":0,"returned":1,"reworks":0},{"id":"altai-krai.transport","organ":"Минтранс","assigned":3,"published":2,\
                        "publishedInTime":1,"publishedLate":1,"overdue":1,"returned":0,"reworks":1}]""");
        assertThat(summary.path("byTopic").toString())
                .isEqualTo("[{\"topicGroup\":\"Дороги\",\"detected\":3,\"published\":2}]");
        assertThat(summary.path("breaches").toString())
                .isEqualTo("[{\"clause\":\"AK-8\",\"title\":\"Опубликовать ответ\",\"count\":2}]");
    }

    @Test
    void timeToAnswer_isCountedOnTheWallAndOnTheWorkingClock() {
        JsonNode time = await().atMost(LONG)
                .until(
                        () -> get(
                                "/api/reports/v1/summary?jurisdiction=altai-krai&from=2026-11-01&to=2026-11-30",
                                CURATOR),
                        found -> found.path("published").asInt() == 2)
                .path("timeToAnswer");

        // 2 h, all of them working; and 25 h from Tuesday 09:00 to Wednesday 10:00: 8 − 0.8 working hours the first
        // day, 2 the second.
        assertThat(time.path("medianHours").asDouble()).isEqualTo(13.5);
        assertThat(time.path("p90WorkingHours").asDouble()).isEqualTo(8.48);
        assertThat(time.path("medianWorkingHours").asDouble()).isEqualTo(5.6);
    }

    @Test
    @Clause("AK-7")
    void minutesLostToWrongRouting_areTheOnesOfTheLedgerByWhoSentIt() {
        JsonNode lost = await().atMost(LONG)
                .until(
                        () -> get(
                                "/api/reports/v1/wrong-routing?jurisdiction=altai-krai&from=2026-11-01&to=2026-11-30",
                                CURATOR),
                        found -> found.path("returned").asInt() == 1
                                && found.path("lostMinutes").asDouble() == 26.5);

        assertThat(lost.path("incidents").asInt()).isEqualTo(1);
        assertThat(lost.path("byOrgan").toString())
                .isEqualTo(
                        "[{\"id\":\"altai-krai.housing\",\"organ\":\"Минстрой\",\"returned\":1,\"lostMinutes\":26.5}]");
        assertThat(lost.path("byTopic").toString())
                .isEqualTo("[{\"topicGroup\":\"Дороги\",\"returned\":1,\"lostMinutes\":26.5}]");
        assertThat(lost.path("byRouter").toString()).isEqualTo("""
                        [{"routedBy":"curator","routed":3,"returned":0,"lostMinutes":0.0},\
                        {"routedBy":"rule","routed":1,"returned":1,"lostMinutes":26.5}]""");
        assertThat(lost.path("clause").asString()).isEqualTo("AK-7");
        await().atMost(LONG)
                .until(
                        () -> text("/actuator/prometheus"),
                        exposed -> exposed.contains(
                                "otklik_reports_lost_minutes{jurisdiction=\"altai-krai\",routed_by=\"rule\"} 26.5"));
    }

    /** Nobody gave it back: the curator sent it to another organ, and it counts for whoever had sent it to the first. */
    @Test
    void minutesOfAnOrganItWasTakenFrom_areLostByWhoeverHadSentItThere() {
        UUID taken = UUID.randomUUID();
        String curator = TestIssuer.bearer("curator.khabarovsk", "curator@khabarovsk-krai");
        service.getBean(EventSender.class)
                .send(Stream.<Event>of(
                                fact(taken, "khabarovsk-krai", 1, registered(), START),
                                fact(
                                        taken,
                                        "khabarovsk-krai",
                                        2,
                                        new IncidentFact.IncidentRouted("housing", "Минстрой", true, null),
                                        START.plusSeconds(60)),
                                fact(
                                        taken,
                                        "khabarovsk-krai",
                                        3,
                                        new IncidentFact.IncidentRouted("transport", "Минтранс", false, null),
                                        START.plusSeconds(660)),
                                fact(
                                        taken,
                                        "khabarovsk-krai",
                                        4,
                                        new IncidentFact.IncidentClosed("исполнено"),
                                        START.plusSeconds(900)),
                                new TimeSpent(
                                        taken,
                                        "khabarovsk-krai",
                                        4,
                                        START,
                                        START.plusSeconds(900),
                                        Duration.ofMinutes(10),
                                        List.of(new TimeSpent.Part("organ", "housing", true, Duration.ofMinutes(10)))))
                        .map(ReportingIT::envelope)
                        .toList())
                .join();

        JsonNode lost = await().atMost(LONG)
                .until(
                        () -> get(
                                "/api/reports/v1/wrong-routing?jurisdiction=khabarovsk-krai&from=2026-11-01&to=2026-11-30",
                                curator),
                        found -> found.path("lostMinutes").asDouble() == 10
                                && found.path("byRouter").size() == 2);

        assertThat(lost.path("returned").asInt()).isZero();
        assertThat(lost.path("byRouter").toString()).isEqualTo("""
                        [{"routedBy":"curator","routed":1,"returned":0,"lostMinutes":0.0},\
                        {"routedBy":"learned","routed":1,"returned":0,"lostMinutes":10.0}]""");
        assertThat(lost.path("byOrgan").toString())
                .isEqualTo("[{\"id\":\"housing\",\"organ\":\"Минстрой\",\"returned\":0,\"lostMinutes\":10.0}]");
        await().atMost(LONG)
                .until(
                        () -> text("/actuator/prometheus"),
                        exposed -> exposed.contains(
                                "otklik_reports_lost_minutes{jurisdiction=\"khabarovsk-krai\",routed_by=\"learned\"} 10.0"));
    }

    @Test
    void days_areThoseOfTheJurisdiction() {
        JsonNode days = await().atMost(LONG)
                .until(
                        () -> get(
                                "/api/reports/v1/summary?jurisdiction=altai-krai&from=2026-11-10&to=2026-11-11",
                                CURATOR),
                        found -> found.path("published").asInt() == 2
                                && found.path("breaches").path(0).path("count").asInt() == 2)
                .path("byDay");

        assertThat(days.toString())
                .isEqualTo("[{\"day\":\"2026-11-10\",\"detected\":3,\"published\":1,\"breached\":0},"
                        + "{\"day\":\"2026-11-11\",\"detected\":0,\"published\":1,\"breached\":2}]");
    }

    @Test
    void figures_nameTheirClauses() {
        JsonNode clauses =
                get("/api/reports/v1/summary?jurisdiction=altai-krai", CURATOR).path("clauses");

        assertThat(clauses.path("returned").asString()).isEqualTo("AK-7");
        assertThat(clauses.path("publishedInTime").asString()).isEqualTo("AK-8");
        assertThat(clauses.path("reworks").asString()).isEqualTo("AK-10");
    }

    @Test
    void summaryOfAnotherJurisdiction_isRefused() {
        assertThat(status("/api/reports/v1/summary?jurisdiction=vyatskie-polyany", CURATOR))
                .isEqualTo(403);
        assertThat(status("/api/reports/v1/summary?jurisdiction=altai-krai", null))
                .isEqualTo(401);
        assertThat(status("/api/reports/v1/summary?jurisdiction=atlantis", TestIssuer.bearer("admin", "admin@*")))
                .isEqualTo(404);
        assertThat(status("/api/reports/v1/summary?jurisdiction=altai-krai&from=2026-11-30&to=2026-11-01", CURATOR))
                .isEqualTo(422);
        assertThat(status("/api/reports/v1/summary?jurisdiction=altai-krai&from=yesterday", CURATOR))
                .isEqualTo(400);
    }

    @Test
    void stream_tellsChangesOfTheJurisdictionAndBeatsWhenNothingHappens() throws Exception {
        HttpRequest request = request("/api/reports/v1/stream?jurisdiction=altai-krai", CURATOR)
                .build();
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        InputStream body =
                HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
        Thread reader = Thread.ofVirtual().start(() -> readLines(body, lines));
        await().atMost(LONG).until(() -> lines.stream().anyMatch(line -> line.startsWith(":")));
        UUID mine = UUID.randomUUID();

        service.getBean(EventSender.class)
                .send(List.of(
                        envelope(fact(UUID.randomUUID(), "vyatskie-polyany", 1, registered(), START)),
                        envelope(fact(mine, "altai-krai", 1, registered(START.minus(Duration.ofDays(60))), START)),
                        envelope(deadline(mine, new DeadlineFact.DeadlineWarned(50), START))))
                .join();

        await().atMost(LONG)
                .until(() -> lines.contains("event:incident")
                        && lines.contains("event:deadline")
                        && lines.stream()
                                        .filter(line -> line.contains(mine.toString()))
                                        .count()
                                >= 2);
        body.close();
        reader.join(Duration.ofSeconds(5));
        assertThat(String.join("\n", lines)).doesNotContain("vyatskie-polyany");
    }

    @Test
    void dashboardAndAlerts_nameOnlyMetricsThatExist() throws Exception {
        String exposed = await().atMost(LONG)
                .until(
                        () -> text("/actuator/prometheus"),
                        found -> Stream.of("answers", "overdue", "lost_minutes")
                                .allMatch(figure -> found.contains("otklik_reports_" + figure + "{")));
        Set<String> existing = exposed.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        existing.addAll(OF_OTHERS);
        // Counters of things that have not happened here show no line yet.
        existing.add("otklik_http_problems_total");

        Set<String> named = new TreeSet<>();
        for (String file : List.of("deploy/grafana/otklik-sla.json", "deploy/prometheus/alerts.yml")) {
            Pattern.compile("\\b(?:otklik|jvm|http|kafka)_[a-z0-9_]+")
                    .matcher(expressions(Files.readString(root().resolve(file))))
                    .results()
                    .forEach(hit -> named.add(hit.group()));
        }

        assertThat(named).hasSizeGreaterThan(5).isSubsetOf(existing);
    }

    @Test
    void figuresForPrometheus_addUp() {
        // Each is read by itself: they agree as soon as all were read after the last event.
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(text("/actuator/prometheus"))
                        .contains("otklik_reports_breaches{clause=\"AK-8\",jurisdiction=\"altai-krai\"} 2.0")
                        .contains("otklik_reports_overdue{clause=\"AK-8\",jurisdiction=\"altai-krai\"} 1.0")
                        .contains("otklik_reports_incidents{jurisdiction=\"altai-krai\",state=\"DONE\"} 2.0")
                        .contains("otklik_reports_answers{jurisdiction=\"altai-krai\",le=\"7200\"} 1.0")
                        .contains("otklik_reports_answers{jurisdiction=\"altai-krai\",le=\"+Inf\"} 2.0"));
    }

    private static List<Envelope> story() {
        Instant nextDay = START.plus(Duration.ofHours(25));
        return Stream.of(
                        fact(IN_TIME, 1, registered(), START),
                        fact(
                                IN_TIME,
                                2,
                                new IncidentFact.IncidentRouted("altai-krai.housing", "Минстрой", true, "дома и дворы"),
                                START.plusSeconds(60)),
                        fact(IN_TIME, 3, returned("housing"), START.plusSeconds(120)),
                        fact(IN_TIME, 4, routed("transport", "Минтранс"), START.plusSeconds(180)),
                        fact(IN_TIME, 5, published(START.plusSeconds(7200)), START.plusSeconds(7300)),
                        spent(IN_TIME, 5, Duration.ofSeconds(1590)),
                        spent(IN_TIME, 3, Duration.ofSeconds(100)),
                        deadline(IN_TIME, new DeadlineFact.DeadlineSet("…"), START),
                        deadline(IN_TIME, new DeadlineFact.DeadlineMet(false), START.plusSeconds(7300)),
                        fact(LATE, 1, registered(), START),
                        fact(LATE, 2, routed("transport", "Минтранс"), START.plusSeconds(60)),
                        fact(LATE, 3, new IncidentFact.DraftSubmitted(ReplyKind.FINAL, 1), START.plusSeconds(600)),
                        fact(
                                LATE,
                                4,
                                new IncidentFact.ReworkRequested(List.of("format"), null),
                                START.plusSeconds(700)),
                        fact(LATE, 5, published(nextDay), nextDay),
                        deadline(LATE, new DeadlineFact.DeadlineSet("…"), START),
                        deadline(LATE, new DeadlineFact.DeadlineBreached(), due()),
                        deadline(LATE, new DeadlineFact.DeadlineMet(true), nextDay),
                        fact(OVERDUE, 1, registered(), START),
                        fact(OVERDUE, 2, routed("transport", "Минтранс"), START.plusSeconds(60)),
                        deadline(OVERDUE, new DeadlineFact.DeadlineSet("…"), START),
                        deadline(OVERDUE, new DeadlineFact.DeadlineBreached(), due()),
                        // Returned, which met the term as it were, and taken back at once: as though it had not been.
                        fact(OVERDUE, 3, returned("transport"), START.plusSeconds(90)),
                        deadline(OVERDUE, 3, new DeadlineFact.DeadlineMet(false), START.plusSeconds(90)),
                        fact(OVERDUE, 4, undone(2, "transport"), START.plusSeconds(100)),
                        deadline(OVERDUE, 4, new DeadlineFact.DeadlineReopened(false, false), START.plusSeconds(100)),
                        // Sent on and ended by mistake: neither the sending nor the minutes that the end told of count.
                        fact(OVERDUE, 5, routed("housing", "Минстрой"), START.plusSeconds(110)),
                        fact(OVERDUE, 6, undone(4, "transport"), START.plusSeconds(120)),
                        fact(OVERDUE, 7, new IncidentFact.IncidentClosed("по ошибке"), START.plusSeconds(130)),
                        spent(OVERDUE, 7, Duration.ofSeconds(600)),
                        fact(OVERDUE, 8, undone(6, "transport"), START.plusSeconds(140)))
                .map(ReportingIT::envelope)
                .toList();
    }

    /** An earlier end of the same incident had smaller sums. */
    private static TimeSpent spent(UUID incident, long version, Duration lost) {
        return new TimeSpent(
                incident,
                "altai-krai",
                version,
                START,
                START.plusSeconds(7300),
                Duration.ofSeconds(7300),
                List.of(
                        new TimeSpent.Part("curator", null, false, Duration.ofSeconds(60)),
                        new TimeSpent.Part("organ", "altai-krai.housing", true, lost),
                        new TimeSpent.Part("organ", "altai-krai.transport", false, Duration.ofSeconds(5000))));
    }

    private static Instant due() {
        return START.plus(Duration.ofHours(24).plusMinutes(48));
    }

    private static boolean isLifecycle(Envelope envelope) {
        return envelope.event() instanceof IncidentEvent;
    }

    /** The same event always under the same id, except that every other telling comes under a new one, as after a repair. */
    private static Envelope envelope(Event event) {
        return new Envelope(UUID.randomUUID(), START, event, null);
    }

    private static IncidentEvent fact(UUID incident, long version, IncidentFact fact, Instant at) {
        return fact(incident, "altai-krai", version, fact, at);
    }

    private static IncidentEvent fact(UUID incident, String jurisdiction, long version, IncidentFact fact, Instant at) {
        return new IncidentEvent(incident, jurisdiction, version, at, Actor.SYSTEM, fact);
    }

    private static IncidentFact registered() {
        return registered(START);
    }

    private static IncidentFact registered(Instant detectedAt) {
        return new IncidentFact.IncidentRegistered(
                "АК-1",
                Channel.VK,
                PostKind.POST,
                null,
                new Classification(
                        "Дороги", "Ямы", "Барнаул", Importance.NORMAL, Screening.CLEAN, 0.9, List.of(), "test/1"),
                detectedAt);
    }

    private static IncidentFact routed(String organ, String name) {
        return new IncidentFact.IncidentRouted("altai-krai." + organ, name, false, null);
    }

    private static IncidentFact returned(String organ) {
        return new IncidentFact.IncidentReturned("altai-krai." + organ, "не наше");
    }

    private static IncidentFact undone(long backTo, String organ) {
        IncidentFact.IncidentRegistered registered = (IncidentFact.IncidentRegistered) registered();
        return new IncidentFact.StepUndone(backTo, "ROUTED", "altai-krai." + organ, registered.classification());
    }

    private static IncidentFact published(Instant at) {
        return new IncidentFact.ReplyPublished(
                UUID.nameUUIDFromBytes(new byte[] {1}), ReplyKind.FINAL, "https://vk.example/1", at, false);
    }

    private static DeadlineEvent deadline(UUID incident, DeadlineFact fact, Instant at) {
        return deadline(incident, 1, fact, at);
    }

    private static DeadlineEvent deadline(UUID incident, long version, DeadlineFact fact, Instant at) {
        return new DeadlineEvent(
                incident,
                "altai-krai",
                UUID.nameUUIDFromBytes(incident.toString().getBytes(StandardCharsets.UTF_8)),
                "publish",
                "Опубликовать ответ",
                "AK-8",
                "altai-krai.transport",
                START,
                due(),
                at,
                version,
                fact);
    }

    private static HttpRequest.Builder request(String path, @org.jspecify.annotations.Nullable String bearer) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return bearer == null ? request : request.header("Authorization", bearer);
    }

    private static HttpResponse<String> send(String path, @org.jspecify.annotations.Nullable String bearer) {
        try {
            return HTTP.send(request(path, bearer).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode get(String path, String bearer) {
        HttpResponse<String> response = send(path, bearer);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.mapper().readTree(response.body());
    }

    private static int status(String path, @org.jspecify.annotations.Nullable String bearer) {
        return send(path, bearer).statusCode();
    }

    private static String text(String path) {
        return send(path, null).body();
    }

    private static void readLines(InputStream body, List<String> lines) {
        try (var reader = new java.io.BufferedReader(new java.io.InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("closed");
        }
    }

    /** What is asked of Prometheus: the {@code expr} of panels, rules and variables. */
    private static String expressions(String file) {
        if (!file.startsWith("{")) {
            return file.lines().filter(line -> line.strip().startsWith("expr:")).collect(Collectors.joining("\n"));
        }
        JsonNode dashboard = Json.mapper().readTree(file);
        return StreamSupport.stream(dashboard.path("panels").spliterator(), false)
                .flatMap(panel -> StreamSupport.stream(panel.path("targets").spliterator(), false))
                .map(target -> target.path("expr").asString())
                .collect(Collectors.joining("\n", dashboard.path("templating").toString() + "\n", ""));
    }

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside the repository");
    }
}
