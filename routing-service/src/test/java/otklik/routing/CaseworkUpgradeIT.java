package otklik.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.Json;
import otklik.contracts.Topics;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.regulation.Regulations;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.Place;
import otklik.routing.incident.core.Registration;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An installation of the first version with incidents in every shape: the service of today starts on its database, and everybody finds what
 * they had, where they look for it now.
 */
final class CaseworkUpgradeIT {

    private static final Instant DETECTED = Instant.parse("2026-04-27T03:05:00.123456Z");
    private static final String DUE = "2026-04-30T09:00:00Z";
    private static final String NOTHING_DUE = "9999-01-01T00:00:00Z";
    /** What the first version knew of an incident. */
    private static final Set<String> KNOWN = Set.of(
            "id",
            "jurisdiction",
            "number",
            "version",
            "state",
            "channel",
            "url",
            "address",
            "detectedAt",
            "classification",
            "organ",
            "draft",
            "rework",
            "reply",
            "drafts");

    private static final UUID REPLY = UUID.fromString("6c0b3c1e-55c1-4d8e-9a59-0f2f3a4d7b10");
    private static final UUID ABSENCE = UUID.fromString("6c0b3c1e-55c1-4d8e-9a59-0f2f3a4d7b11");
    private static final Fact BY_HAND = routed(RoutingUnderTest.TRANSPORT, false);
    private static final Fact DRAFT = new Fact.DraftSubmitted(
            ReplyKind.FINAL, "Яму заделаем.", 1, Actor.SYSTEM, DETECTED, null, null, null, null, null, null);
    private static final Fact APPROVED = new Fact.ReplyApproved(REPLY, ReplyKind.FINAL, "Яму заделаем.", false, null);
    private static final Fact PUBLISHED = new Fact.ReplyPublished(
            REPLY, ReplyKind.FINAL, "https://vk.com/wall-1_7?reply=8", DETECTED, true, null, null);

    private static final Old FRESH = old(1, "Ёлку уронило на дорогу", DUE);
    private static final Old ROUTED = old(2, "Яма у моста", null, routed(RoutingUnderTest.TRANSPORT, true));
    private static final Old ON_APPROVAL = old(3, "Яма у школы", DUE, BY_HAND, DRAFT);
    private static final Old RETURNED = old(
            4,
            "Течёт крыша",
            DUE,
            routed(RoutingUnderTest.HOUSING, false),
            new Fact.IncidentReturned(RoutingUnderTest.HOUSING, "не наш дом"));
    private static final Old FOR_HANDS = old(5, "Яма у рынка", DUE, BY_HAND, DRAFT, APPROVED);
    private static final Old DONE = old(6, "Ямы на Молодёжной", null, BY_HAND, DRAFT, APPROVED, PUBLISHED);
    private static final Old NO_REACTION =
            old(7, "Спасибо за ремонт", null, new Fact.NoReactionDecided("благодарность"));
    private static final Old SCREENED_OUT =
            old(8, "Куплю гараж", null, new Fact.IncidentScreenedOut(Screening.ADVERTISING, null));
    /** Of another jurisdiction, so that what becomes of it is not in the way of the others. */
    private static final Old GOES_ON = old("lipetsk-oblast", 9, "Спасибо", null);

    /** Somebody's comment on a wall, and we have asked them. */
    private static final Old ASKED = old(
            "lipetsk-oblast",
            10,
            "Снова темно",
            null,
            new Fact.ReplyApproved(REPLY, ReplyKind.CLARIFICATION, "Какой дом?", true, null),
            new Fact.ReplyPublished(
                    REPLY, ReplyKind.CLARIFICATION, "https://vk.com/wall-5_77?reply=512", DETECTED, false, null, null));

    private static final List<Old> ALTAI =
            List.of(FRESH, ROUTED, ON_APPROVAL, RETURNED, FOR_HANDS, DONE, NO_REACTION, SCREENED_OUT);

    private static final TestDatabase DATABASE = TestDatabase.fresh("casework_upgrade");
    private static RoutingUnderTest service;

    @BeforeAll
    static void upgrade() {
        DATABASE.migrate("routing-service", "1");
        ALTAI.forEach(Old::write);
        GOES_ON.write();
        ASKED.write();
        DATABASE.execute("""
                update incident set channel = 'vk', author = '{"externalId":"7"}', snapshot = cast(jsonb_set(cast(snapshot as jsonb),
                '{address}', '{"owner_id":"-5","post_id":"77","comment_id":"498"}') as json) where id = '%s'""".formatted(ASKED.id()));
        DATABASE.execute("update incident_event set sent_at = null where version = 2 and incident_id = '%s'"
                .formatted(SCREENED_OUT.id()));
        DATABASE.execute("select setval('incident_number', 10)");
        DATABASE.migrate("routing-service", "3");
        DATABASE.execute("""
                insert into absence values ('%s', 'altai-krai', 'executor.altai', 'executor2.altai', '2026-04-27', '2099-04-30', 'VACATION',
                '2026-04-26T17:00:00Z', '2099-04-30T17:00:00Z', 'curator.altai')""".formatted(ABSENCE));
        DATABASE.migrate("routing-service", "12");
        DATABASE.execute("insert into time_lost values ('%s', '%s', 3, 2820.4, '2026-04-29T17:00:00Z')"
                .formatted(RETURNED.id(), RoutingUnderTest.HOUSING));
        service = new RoutingUnderTest(DATABASE);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void incidentsOfBefore_standInTheQueuesWhereTheServiceOfTodayWouldPutThem() {
        Set<String> expected = new TreeSet<>();
        for (Old old : ALTAI) {
            String sortedBy =
                    old.incident().state().isClosed() ? old.changedAt().toString() : old.sortedBy();
            Place.of(old.incident(), Regulations.installed().get("altai-krai", DETECTED))
                    .forEach(place -> expected.add(String.join(" ", old.id(), place.key(), sortedBy)));
        }

        List<List<@Nullable String>> rows = DATABASE.rows("""
                select incident_id, place, to_char(sort_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from queue_place
                 where place not like '%lipetsk%'""");

        assertThat(rows.stream()
                        .map(row -> row.get(0) + " " + row.get(1) + " " + Instant.parse(String.valueOf(row.get(2)))))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(found(service.curator, "queue=mine"))
                .containsExactlyInAnyOrder(FRESH.id(), RETURNED.id(), ON_APPROVAL.id());
        assertThat(found(service.executor, "queue=mine")).containsExactlyInAnyOrder(ROUTED.id(), FOR_HANDS.id());
        assertThat(found(service.curator, "queue=closed")).containsExactlyInAnyOrder(DONE.id(), NO_REACTION.id());
        assertThat(found(service.curator, "queue=screened")).containsExactly(SCREENED_OUT.id());
    }

    @Test
    void incidentsOfBefore_areFoundByTheirWordsInAnyForm_theirPlaceAndTheirNumber() {
        assertThat(found(service.curator, "queue=closed&q=яма")).containsExactly(DONE.id());
        assertThat(found(service.curator, "queue=open&q=елка")).containsExactly(FRESH.id());
        assertThat(found(service.curator, "queue=open&q=Барнаул яма"))
                .containsExactlyInAnyOrder(ROUTED.id(), ON_APPROVAL.id(), FOR_HANDS.id());
        assertThat(found(service.curator, "queue=open&q=4")).containsExactly(RETURNED.id());
    }

    @Test
    void trailsOfBefore_areUnbroken_andGoOn() {
        service.replaysEverything();

        service.command(
                        TestIssuer.bearer("curator.lipetsk", "curator@lipetsk-oblast"),
                        GOES_ON.blank().id(),
                        """
                        {"type":"DecideNoReaction","reason":"благодарность"}""")
                .expectStatus()
                .isOk();

        service.replaysEverything();
        service.get(service.curator, "/api/routing/v1/incidents/{id}/integrity", DONE.id())
                .expectBody()
                .jsonPath("$.post")
                .isEqualTo("not-covered")
                .jsonPath("$.origin")
                .isEqualTo("not-covered")
                .jsonPath("$.intact")
                .isEqualTo(true);
    }

    /** Whose the other minutes were nobody wrote down then. */
    @Test
    void minutesLostBefore_stayInTheTimeline() {
        service.get(service.curator, "/api/routing/v1/incidents/{id}/timeline", RETURNED.id())
                .expectBody()
                .jsonPath("$.items[?(@.type == 'TimeLost')].details.minutes")
                .isEqualTo(47)
                .jsonPath("$.items[?(@.type == 'TimeSpent')]")
                .isEmpty();
    }

    /** But not the question to an author, of another incident, that has the same id here. */
    @Test
    void repliesThatWentOutBefore_areWhatNewOnesAreHeldAgainst() {
        assertThat(DATABASE.rows("select jurisdiction, incident_id, version from sent_reply"))
                .containsExactly(List.of("altai-krai", DONE.id(), "4"));
    }

    @Test
    void whatPeopleDecidedBefore_isLearned() {
        assertThat(DATABASE.rows("select incident_id, organ, refused from learned_case"))
                .containsExactlyInAnyOrder(
                        List.of(ON_APPROVAL.id(), RoutingUnderTest.TRANSPORT, "{}"),
                        List.of(FOR_HANDS.id(), RoutingUnderTest.TRANSPORT, "{}"),
                        List.of(DONE.id(), RoutingUnderTest.TRANSPORT, "{}"),
                        Arrays.asList(RETURNED.id(), null, "{" + RoutingUnderTest.HOUSING + "}"));
    }

    @Test
    void factsNotToldBefore_areTold_andOnlyThey() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(service.lies(Topics.INCIDENTS_LIFECYCLE, SCREENED_OUT.id()))
                        .hasSize(1));
        assertThat(service.lies(Topics.INCIDENTS_LIFECYCLE, DONE.id())).isEmpty();
    }

    /** The first versions did not tell of them. */
    @Test
    void absencesOfBefore_areToldToTheOthers() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(service.lies(Topics.REFERENCE_ABSENCES, ABSENCE.toString()))
                        .hasSize(1));
    }

    @Test
    void authorAskedBefore_isListenedTo() {
        assertThat(DATABASE.rows("select incident_id, thread, author from awaited_answer"))
                .containsExactly(List.of(ASKED.id(), "vk:-5_77/498", "7"));
    }

    private static List<String> found(String who, String query) {
        JsonNode page = Json.mapper()
                .readTree(service.get(who, "/api/routing/v1/incidents?limit=50&" + query)
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
        return page.path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static Fact routed(String organ, boolean automatic) {
        return new Fact.IncidentRouted(organ, "Орган", automatic, automatic ? "дороги" : null, null);
    }

    private static Old old(int number, String text, @Nullable String dueAt, Fact... later) {
        return old("altai-krai", number, text, dueAt, later);
    }

    private static Old old(String jurisdiction, int number, String text, @Nullable String dueAt, Fact... later) {
        PostKey post = new PostKey(Channel.SITE, "upgrade-" + number);
        IncidentDetected detected = new IncidentDetected(
                IncidentId.of(jurisdiction, post),
                jurisdiction,
                post,
                PostKind.POST,
                null,
                text,
                null,
                Map.of(),
                null,
                DETECTED,
                new Classification(
                        "Дороги", "Ямы", "Барнаул", Importance.NORMAL, Screening.CLEAN, 0.4, List.of(), "test"));
        String title = "АБ-2026-%06d".formatted(number);
        List<Fact> facts = new ArrayList<>(Registration.facts(detected, title, Optional.empty()));
        facts.addAll(List.of(later));
        return new Old(text, Registration.blank(detected, title), facts, dueAt);
    }

    /** An incident as the first version kept it: facts a minute apart, chained; the snapshot without what was not known then. */
    private record Old(
            String text,
            Incident blank,
            List<Fact> facts,
            @Nullable String dueAt) {

        String id() {
            return blank.id().toString();
        }

        Incident incident() {
            return blank.after(facts);
        }

        String sortedBy() {
            return dueAt == null ? NOTHING_DUE : dueAt;
        }

        Instant changedAt() {
            return at(facts.size());
        }

        private static Instant at(long version) {
            return DETECTED.plus(Duration.ofMinutes(version));
        }

        void write() {
            Incident now = incident();
            DATABASE.execute("""
                    insert into incident values ($$%s$$, $$%s$$, $$%s$$, %d, $$%s$$, %s, %s, 'site', 'post', null, 'Дороги', 'Ямы',
                    'Барнаул', 'normal', $$%s$$, $$%s$$, $$%s$$, null, null, $$%s$$, %s)""".formatted(
                            id(),
                            now.jurisdiction(),
                            now.number(),
                            now.version(),
                            now.state(),
                            quoted(now.organ()),
                            now.needsManualPublication(),
                            DETECTED,
                            changedAt(),
                            text,
                            snapshot(now),
                            quoted(dueAt)));
            String hash = "0".repeat(64);
            for (int version = 1; version <= facts.size(); version++) {
                hash = write(version, facts.get(version - 1), hash);
            }
        }

        private String write(int version, Fact fact, String before) {
            String actor = Json.mapper().writeValueAsString(Actor.SYSTEM);
            String json = known(fact);
            String hash = sha256(String.join(
                    "\n", before, id(), Integer.toString(version), at(version).toString(), actor, json));
            DATABASE.execute("""
                    insert into incident_event (incident_id, version, event_id, at, actor, type, fact, hash, sent_at)
                    values ($$%s$$, %d, gen_random_uuid(), $$%s$$, $$%s$$, $$%s$$, $$%s$$, $$%s$$, $$%3$s$$)""".formatted(id(), version, at(version), actor, fact.name(), json, hash));
            return hash;
        }

        /** The first version wrote no hash of the post, nor whose it is and where it stands. */
        private static String known(Fact fact) {
            ObjectNode json = (ObjectNode)
                    Json.mapper().readTree(Json.mapper().writerFor(Fact.class).writeValueAsString(fact));
            json.remove(List.of("textSha256", "jurisdiction", "addressSha256"));
            return json.toString();
        }

        private static String snapshot(Incident incident) {
            ObjectNode json = (ObjectNode) Json.mapper().readTree(Json.mapper().writeValueAsString(incident));
            return json.retain(KNOWN).toString();
        }

        private static String quoted(@Nullable String value) {
            return value == null ? "null" : "$$" + value + "$$";
        }

        private static String sha256(String text) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
