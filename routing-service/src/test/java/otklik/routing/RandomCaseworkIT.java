package otklik.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.Json;
import otklik.contracts.Topics;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.contracts.publication.PublicationEvent;
import otklik.contracts.publication.PublicationEvent.PublicationFact;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.regulation.Regulations;
import otklik.routing.incident.core.Command;
import otklik.routing.incident.core.FreshReplay;
import otklik.routing.incident.core.RandomCommands;
import otklik.routing.incident.core.State;
import otklik.routing.incident.core.Step;
import otklik.routing.incident.core.WhatMayBe;
import otklik.testkit.SettableTime;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

/**
 * Random people of all five territories give random commands through the API, several at once, while the publisher, the sla-timer and the
 * clock have their say. Afterwards everything that was answered is in the database, in the topic and in a process that knows the facts only.
 *
 * <p>{@code -Dotklik.seed=} tries other commands; the seed is named when it fails. Which of those given at
 * the same moment comes first is left to the machine.
 */
class RandomCaseworkIT {

    private static final int ROUNDS = 45;
    private static final int INCIDENTS = 4;
    private static final Set<Integer> REFUSALS = Set.of(403, 409, 412, 422);

    /** A morning before days off: interim replies come due in the afternoon (VP-10). */
    private static final SettableTime TIME = SettableTime.at("2026-04-30T10:00:00+03:00");

    private static final Map<String, List<String>> ORGANS = Map.of(
            "altai-krai", List.of("transport", "housing", "health"),
            "barnaul-leninsky", List.of("housing", "improvement", "social"),
            "khabarovsk-krai", List.of("transport", "housing", "health"),
            "lipetsk-oblast", List.of("roads", "housing", "health"),
            "vyatskie-polyany", List.of("housing", "roads", "improvement"));

    private static final ExecutorService PEOPLE = Executors.newVirtualThreadPerTaskExecutor();

    private static TestDatabase database;
    private static RoutingUnderTest service;

    /** Filled by all people at once. */
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh("random");
        service = new RoutingUnderTest(database, TIME);
    }

    @AfterAll
    static void stop() {
        PEOPLE.close();
        service.close();
    }

    /** A command on its way. {@code key} and {@code version} as headers, null where none is given. */
    private record Attempt(
            Person by,
            UUID incident,
            String json,
            @Nullable String key,
            @Nullable Long version) {}

    private record Person(String login, String bearer) {}

    private record Answer(Attempt attempt, int status, JsonNode body) {

        boolean isYes() {
            return status == 200;
        }

        long version() {
            return body.at("/version").asLong();
        }

        List<String> facts() {
            return body.at("/facts").valueStream().map(JsonNode::asString).toList();
        }
    }

    /** A row of the trail. */
    private record Row(UUID incident, long version, String event, String type, String actor) {}

    @Test
    void randomCommands_loseNothingAndAnotherProcessReadsTheSame() {
        long seed = Long.getLong("otklik.seed", 20_261_127);
        try {
            List<IncidentDetected> detected = ORGANS.keySet().stream()
                    .sorted()
                    .flatMap(id -> IntStream.range(0, INCIDENTS).mapToObj(number -> detected(id, number)))
                    .toList();
            everybodyWorks(seed, detected);
            settle();
            List<Row> trail = trail();
            assertAnswersAreInTheTrail(trail);
            assertTopicTellsTheTrail(trail);
            service.replaysEverything();
            assertAnotherProcessReadsTheSame(detected.size());
            assertMuchHappened(trail);
            assertTheProfilesKnowTheStates();
        } catch (AssertionError | RuntimeException | InterruptedException | IOException e) {
            throw new AssertionError("again with -Dotklik.seed=" + seed, e);
        }
    }

    private void everybodyWorks(long seed, List<IncidentDetected> detected) {
        detected.forEach(service::tell);
        await().atMost(Duration.ofSeconds(30)).until(() -> count("incident") == detected.size());
        List<UUID> ids = detected.stream().map(IncidentDetected::incidentId).toList();
        List<CompletableFuture<Void>> territories = ORGANS.keySet().stream()
                .sorted()
                .map(id -> CompletableFuture.runAsync(
                        () -> new Territory(id, new Random(seed ^ id.hashCode()), ids).works(), PEOPLE))
                .toList();
        CompletableFuture.allOf(territories.toArray(CompletableFuture[]::new)).join();
    }

    /** The people of one territory at their incidents. */
    private final class Territory {

        private final String id;
        private final Random random;
        private final List<UUID> all;
        private final List<UUID> own;
        private final RandomCommands commands;
        private final List<Person> people;
        private final List<String> senders;
        private final List<Attempt> keyed = new ArrayList<>();

        Territory(String id, Random random, List<UUID> all) {
            this.id = id;
            this.random = random;
            this.all = all;
            own = IntStream.range(0, INCIDENTS)
                    .mapToObj(number -> IncidentId.of(id, post(id, number)))
                    .toList();
            List<String> organs = Objects.requireNonNull(ORGANS.get(id)).stream()
                    .map(organ -> id + "." + organ)
                    .toList();
            commands = new RandomCommands(random, organs, List.of("altai-krai.culture", "none", ""));
            people = people(id, organs);
            senders = senders(id);
        }

        void works() {
            leaderStandsInForTheCurator(id);
            for (int round = 0; round < ROUNDS; round++) {
                UUID incident = commands.one(own);
                List<Attempt> attempts = new ArrayList<>();
                for (int i = 0; i <= random.nextInt(3); i++) {
                    attempts.addAll(attempts(incident));
                }
                List<CompletableFuture<Answer>> given = attempts.stream()
                        .map(attempt -> CompletableFuture.supplyAsync(() -> give(attempt), PEOPLE))
                        .toList();
                given.forEach(answer -> answers.add(answer.join()));
                meanwhile(incident);
            }
        }

        /** One command; sometimes twice at the same moment, sometimes under a key that was used before. */
        private List<Attempt> attempts(UUID incident) {
            Person by = somebody(incident);
            Step step = step(by, incident);
            Command command = commands.command(
                    step,
                    new RandomCommands.Known(Regulations.installed().get(id), TIME.instant(), all, List.of(), senders));
            String json = Json.mapper().writerFor(Command.class).writeValueAsString(command);
            Long version = random.nextInt(4) == 0 ? version(incident) - random.nextInt(2) : null;
            if (random.nextInt(3) > 0) {
                return List.of(new Attempt(by, incident, json, null, version));
            }
            if (!keyed.isEmpty() && random.nextInt(3) == 0) {
                Attempt old = commands.one(keyed);
                return List.of(
                        random.nextBoolean() ? old : new Attempt(old.by(), incident, json, old.key(), old.version()));
            }
            Attempt fresh = new Attempt(by, incident, json, new UUID(random.nextLong(), 1).toString(), version);
            keyed.add(fresh);
            return random.nextBoolean() ? List.of(fresh, fresh) : List.of(fresh);
        }

        /** Mostly somebody who can do something. */
        private Person somebody(UUID incident) {
            Person person = commands.one(people);
            for (int i = 0; i < 3 && offered(person, incident).isEmpty(); i++) {
                person = commands.one(people);
            }
            return person;
        }

        private Step step(Person by, UUID incident) {
            List<Step> offered = offered(by, incident);
            return offered.isEmpty() || random.nextInt(6) == 0
                    ? commands.one(List.of(Step.values()))
                    : commands.one(offered);
        }

        /** The publisher's word, a deadline, and time that goes by. */
        private void meanwhile(UUID incident) {
            if (random.nextInt(3) == 0) {
                published(incident);
            }
            if (random.nextInt(4) == 0) {
                service.tell(deadline(incident));
            }
            TIME.tick(
                    random.nextInt(12) == 0
                            ? Duration.ofHours(random.nextInt(12))
                            : Duration.ofSeconds(random.nextInt(8)));
        }

        /** Of the last reply, or of one that nobody knows; sometimes twice. */
        private void published(UUID incident) {
            List<List<@Nullable String>> replies = database.rows(
                    "select fact ->> 'replyId' from incident_event where type in ('ReplyApproved', 'InterimGiven') and incident_id = '%s' order by version desc limit 1"
                            .formatted(incident));
            UUID reply = replies.isEmpty()
                    ? new UUID(random.nextLong(), 1)
                    : UUID.fromString(String.valueOf(replies.getFirst().getFirst()));
            PublicationFact word = random.nextInt(4) > 0
                    ? new PublicationFact.PublicationSucceeded(
                            "512", "https://vk.com/wall-1_77?reply=512", TIME.instant(), "ab")
                    : new PublicationFact.PublicationRefused("COMMENTS_CLOSED", null);
            PublicationEvent event = new PublicationEvent(incident, id, reply, Channel.VK, TIME.instant(), word);
            for (int times = 0; times <= random.nextInt(2); times++) {
                service.tell(event);
            }
        }

        private DeadlineEvent deadline(UUID incident) {
            Instant now = TIME.instant();
            DeadlineFact fact = commands.one(List.of(
                    new DeadlineFact.DeadlineSet("пояснение"),
                    new DeadlineFact.DeadlineMet(false),
                    new DeadlineFact.DeadlineBreached()));
            return new DeadlineEvent(
                    incident,
                    id,
                    new UUID(incident.getMostSignificantBits(), random.nextInt(2)),
                    "draft",
                    "Проект",
                    "AK-9",
                    null,
                    now,
                    now.plusSeconds(random.nextInt(9_000)),
                    now,
                    1,
                    fact);
        }
    }

    private Answer give(Attempt attempt) {
        WebTestClient.RequestBodySpec request = service.http
                .post()
                .uri("/api/routing/v1/incidents/{id}/commands", attempt.incident())
                .header("Authorization", attempt.by().bearer())
                .contentType(MediaType.APPLICATION_JSON);
        if (attempt.key() != null) {
            request.header("Idempotency-Key", attempt.key());
        }
        if (attempt.version() != null) {
            request.header("If-Match", "\"" + attempt.version() + "\"");
        }
        var answered = request.bodyValue(attempt.json())
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult();
        Answer answer =
                new Answer(attempt, answered.getStatus().value(), Objects.requireNonNull(answered.getResponseBody()));
        if (!answer.isYes()) {
            assertThat(REFUSALS).as(answer.toString()).contains(answer.status());
            assertThat(answer.body().at("/code").asString(""))
                    .as(answer.toString())
                    .isNotBlank();
            assertThat(answer.body().at("/detail").asString(""))
                    .as(answer.toString())
                    .isNotBlank();
        }
        return answer;
    }

    private static List<Step> offered(Person person, UUID incident) {
        JsonNode body = service.get(person.bearer(), "/api/routing/v1/incidents/{id}/commands", incident)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(body)
                .at("/items")
                .valueStream()
                .map(item -> item.at("/type").asString())
                .map(type ->
                        Step.valueOf(type.replaceAll("(?<!^)([A-Z])", "_$1").toUpperCase(Locale.ROOT)))
                .toList();
    }

    /** Those of the directory who write drafts. */
    private static List<String> senders(String jurisdiction) {
        JsonNode body = service.get(
                        TestIssuer.bearer("curator", "curator@" + jurisdiction),
                        "/api/routing/v1/organs?jurisdiction={id}",
                        jurisdiction)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(body)
                .at("/items")
                .valueStream()
                .flatMap(organ -> organ.at("/people").valueStream())
                .map(person -> person.at("/id").asString())
                .toList();
    }

    private static void leaderStandsInForTheCurator(String jurisdiction) {
        service.http
                .post()
                .uri("/api/routing/v1/absences")
                .header("Authorization", TestIssuer.bearer("admin", "admin@*"))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                        {"jurisdiction":"%1$s","person":"curator.%2$s","substitute":"leader.%2$s","from":"2026-04-30","to":"2026-07-30","reason":"VACATION"}""".formatted(jurisdiction, suffix(jurisdiction)))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    /** As the logins of the directory end. */
    private static String suffix(String jurisdiction) {
        return jurisdiction.substring(0, jurisdiction.indexOf('-'));
    }

    private static List<Person> people(String jurisdiction, List<String> organs) {
        Stream<Person> officials = Stream.of("curator", "controller", "supervisor", "chief", "observer", "admin")
                .map(role -> person(role + "." + suffix(jurisdiction), role + "@" + jurisdiction));
        Stream<Person> leader = Stream.of(person("leader." + suffix(jurisdiction), "leadership@" + jurisdiction));
        Stream<Person> staff = organs.stream()
                .flatMap(organ -> Stream.of("executor", "responsible")
                        .map(role -> person(role + " of " + organ, role + "@" + jurisdiction + "/" + organ)));
        return Stream.of(officials, leader, staff, Stream.of(person("stranger", "curator@elsewhere")))
                .flatMap(some -> some)
                .toList();
    }

    private static Person person(String login, String grant) {
        return new Person(login, TestIssuer.bearer(login, grant));
    }

    private static PostKey post(String jurisdiction, int number) {
        return new PostKey(Channel.VK, jurisdiction + "-random-" + number);
    }

    private static IncidentDetected detected(String jurisdiction, int number) {
        PostKey post = post(jurisdiction, number);
        return new IncidentDetected(
                IncidentId.of(jurisdiction, post),
                jurisdiction,
                post,
                PostKind.POST,
                "https://vk.com/wall-1_" + number,
                "Во дворе темно. " + number,
                null,
                Map.of("owner_id", "-1", "post_id", Integer.toString(number)),
                null,
                TIME.instant().minusSeconds(60L * number),
                new Classification(
                        "Дороги",
                        "Ямы",
                        null,
                        number == 0 ? Importance.ELEVATED : Importance.NORMAL,
                        Screening.CLEAN,
                        number == 1 ? 0.95 : 0.4,
                        List.of(),
                        "test"));
    }

    /** All events were taken and all facts told: nothing moves any more. */
    private static void settle() {
        await().atMost(Duration.ofSeconds(30)).until(() -> count("unsent_event") == 0);
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(30)).until(new Callable<>() {
            private long before = -1;

            @Override
            public Boolean call() {
                long now = count("incident_event");
                boolean still = now == before && count("unsent_event") == 0;
                before = now;
                return still;
            }
        });
    }

    private static long count(String table) {
        return Long.parseLong(String.valueOf(
                database.rows("select count(*) from " + table).getFirst().getFirst()));
    }

    private static long version(UUID incident) {
        return Long.parseLong(String.valueOf(database.rows("select version from incident where id = '" + incident + "'")
                .getFirst()
                .getFirst()));
    }

    private static List<Row> trail() {
        return database
                .rows(
                        "select incident_id, version, event_id, type, actor ->> 'id' from incident_event order by incident_id, version")
                .stream()
                .map(row -> row.stream().map(String::valueOf).toList())
                .map(row -> new Row(
                        UUID.fromString(row.get(0)), Long.parseLong(row.get(1)), row.get(2), row.get(3), row.get(4)))
                .toList();
    }

    /** Every yes stands in the trail under the name of whoever got it, once, and nothing else that a person did stands there. */
    private void assertAnswersAreInTheTrail(List<Row> trail) {
        Map<String, Row> unanswered = trail.stream()
                .filter(row -> !row.actor().equals("system"))
                .collect(Collectors.toMap(row -> row.incident() + "/" + row.version(), row -> row));
        for (Answer yes : onceEach()) {
            List<String> facts = yes.facts();
            long before = yes.version() - facts.size();
            for (int i = 0; i < facts.size(); i++) {
                Row row = Objects.requireNonNull(
                        unanswered.remove(yes.attempt().incident() + "/" + (before + i + 1)),
                        "not in the trail: fact " + i + " of " + yes);
                assertThat(row.type()).as(yes.toString()).isEqualTo(facts.get(i));
                assertThat(row.actor()).isEqualTo(yes.attempt().by().login());
            }
            if (yes.attempt().version() != null) {
                assertThat(before).as(yes.toString()).isEqualTo(yes.attempt().version());
            }
        }
        assertThat(unanswered).isEmpty();
    }

    /** What was answered with yes; whoever asked again under the same key got the same to the letter. */
    private List<Answer> onceEach() {
        Map<String, Answer> once = new LinkedHashMap<>();
        List<Answer> without = new ArrayList<>();
        for (Answer answer : answers.stream().filter(Answer::isYes).toList()) {
            String key = answer.attempt().key();
            if (key == null) {
                without.add(answer);
                continue;
            }
            Answer earlier = once.putIfAbsent(answer.attempt().by().login() + " " + key, answer);
            if (earlier != null) {
                assertThat(answer.body()).isEqualTo(earlier.body());
                assertThat(answer.attempt().json()).isEqualTo(earlier.attempt().json());
            }
        }
        return Stream.concat(once.values().stream(), without.stream()).toList();
    }

    /** Each fact once, in the order of its incident. */
    private static void assertTopicTellsTheTrail(List<Row> trail) {
        Map<String, List<String>> written = new HashMap<>();
        trail.forEach(row -> written.computeIfAbsent(row.incident().toString(), fresh -> new ArrayList<>())
                .add(row.version() + " " + row.event()));
        Map<String, List<String>> told = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : service.records(Topics.INCIDENTS_LIFECYCLE)) {
            if (written.containsKey(record.key())) {
                String id = new String(record.headers().lastHeader("ce_id").value(), UTF_8);
                long version =
                        Json.mapper().readTree(record.value()).at("/version").asLong();
                told.computeIfAbsent(record.key(), fresh -> new ArrayList<>()).add(version + " " + id);
            }
        }
        assertThat(told).isEqualTo(written);
    }

    private static void assertAnotherProcessReadsTheSame(int incidents) throws IOException, InterruptedException {
        List<String> kept =
                database.rows("select id, version, cast(snapshot as text) from incident order by number").stream()
                        .map(row -> row.get(0) + " " + row.get(1) + " "
                                + FreshReplay.fingerprint(String.valueOf(row.get(2))))
                        .toList();
        assertThat(kept).hasSize(incidents);
        assertThat(anotherProcess()).isEqualTo(kept);
    }

    private static List<String> anotherProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FreshReplay.class.getName(),
                        "jdbc:postgresql://%s:%d/%s".formatted(database.host(), database.port(), database.name()),
                        database.user())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream output = process.getInputStream()) {
            List<String> lines =
                    new String(output.readAllBytes(), UTF_8).lines().toList();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    /** So that all of the above says something. */
    private void assertMuchHappened(List<Row> trail) {
        Map<Boolean, Long> byPeople = trail.stream()
                .collect(Collectors.partitioningBy(row -> !row.actor().equals("system"), Collectors.counting()));
        Set<String> codes = answers.stream()
                .filter(answer -> !answer.isYes())
                .map(answer -> answer.body().at("/code").asString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(answers.size()).isGreaterThan(300);
        assertThat(byPeople.get(true)).isGreaterThan(50);
        assertThat(byPeople.get(false)).isGreaterThan((long) INCIDENTS * ORGANS.size());
        assertThat(codes).contains("not-yours", "wrong-state", "stale-version");
    }

    private void assertTheProfilesKnowTheStates() {
        for (List<?> row : database.rows("select distinct jurisdiction, state from incident")) {
            String jurisdiction = String.valueOf(row.getFirst());
            assertThat(new WhatMayBe(Regulations.installed().get(jurisdiction, Instant.now())).states())
                    .as(jurisdiction)
                    .contains(State.valueOf(String.valueOf(row.getLast())));
        }
    }
}
