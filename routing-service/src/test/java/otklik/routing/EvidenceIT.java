package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.contracts.Json;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.routing.incident.PackOnDisk;
import otklik.routing.incident.core.Sha256;
import otklik.testkit.Clause;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

/** The evidence pack: who did what when, by which clause, and what proves it to somebody who does not trust us. */
class EvidenceIT {

    private static final String REPLY = "Здравствуйте! Яму заделают до 15 декабря.";
    private static final String PROOF = "Направить за 30 минут рабочего времени: с 10:00 до 10:30";
    private static final String PERMALINK = "https://vk.com/wall-1_77?reply=512";

    private static final String EVERYWHERE = TestIssuer.bearer("inspector", "observer@*");

    private static TestDatabase database;
    private static RoutingUnderTest service;
    private static Walk walk;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh("evidence");
        service = new RoutingUnderTest(database);
        walk = Walk.begin(service, "altai-krai", "<b>evidence</b>");
        walk.does("curator", "Route", "organ", walk.organ("transport"))
                .does("executor/transport", "SubmitDraft", "text", REPLY)
                .does("curator", "Approve")
                .isPublished("DONE", Sha256.of(REPLY));
        UUID deadline = UUID.randomUUID();
        happened(deadline, new DeadlineFact.DeadlineSet(PROOF));
        happened(deadline, new DeadlineFact.DeadlineMet(false));
        await().untilAsserted(() -> assertThat(walk.facts()).contains("DeadlineSet", "DeadlineMet"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Clause("AK-18")
    void pack_namesWhoDidWhatByWhichClause(@TempDir Path folder) {
        PackOnDisk pack = unpacked(folder);

        assertThat(pack.read("index.html"))
                .contains("executor.transport", "AK-10", REPLY, "&lt;b&gt;evidence")
                .doesNotContain("<b>evidence");
        assertThat(pack.read("clauses.json")).contains("AK-6", "AK-9", "AK-10", "AK-12");
        assertThat(pack.read("post.txt")).isEqualTo("Во дворе темно. <b>evidence</b>");
    }

    @Test
    @Clause({"AK-12", "AK-18"})
    void pack_provesDeadlinesAndWhatWasPublishedWhere(@TempDir Path folder) {
        PackOnDisk pack = unpacked(folder);

        assertThat(pack.read("index.html"))
                .contains("Пошёл срок: Направить", PROOF, "Сделано в срок: Направить")
                .contains("Опубликован: " + PERMALINK, Sha256.of(REPLY), "буква в букву.");
        assertThat(pack.read("timeline.json")).contains(PROOF, PERMALINK, Sha256.of(REPLY), "\"512\"");
        assertThat(pack.read("facts.jsonl")).contains(PERMALINK, Sha256.of(REPLY));
        assertThat(walk.entry("ReplyPublished").at("/details/textSha256").asString())
                .isEqualTo(Sha256.of(REPLY));
        assertThat(walk.entry("ReplyPublished").at("/details/remoteId").asString())
                .isEqualTo("512");
    }

    @Test
    void packThatWasGiven_isVerifiedByItselfAndKnownAgain(@TempDir Path folder) {
        PackOnDisk pack = unpacked(folder);
        unpacked(folder);

        JsonNode integrity = walk.integrity();
        assertThat(integrity.at("/intact").asBoolean()).isTrue();
        assertThat(integrity.at("/post").asString()).isEqualTo("intact");
        assertThat(given(integrity)).containsOnlyOnce(pack.controlNumber());
        JsonNode manifest = Json.mapper().readTree(pack.read("manifest.json"));
        assertThat(manifest.at("/head").asString())
                .isEqualTo(integrity.at("/head").asString());
        assertThat(manifest.at("/facts").asInt())
                .isEqualTo(integrity.at("/facts").asInt())
                .isEqualTo(5);
        PackOnDisk.Verdict verdict = pack.verified();
        assertThat(verdict.exit()).as(verdict.said()).isZero();
        assertThat(verdict.said()).startsWith("INTACT фактов: 5,").contains(pack.controlNumber());
    }

    @Test
    void packMadeAnewWholly_isNoneThatWasGiven(@TempDir Path folder) {
        PackOnDisk pack = unpacked(folder);
        String head = pack.makeChainAnew(line -> line.replace("executor.transport", "somebody"));
        pack.edit("index.html", page -> page.replace("executor.transport", "somebody"));
        pack.makeManifestAnew(5, head);

        assertThat(given(walk.integrity())).isNotEmpty().doesNotContain(pack.controlNumber());
        assertThat(walk.integrity().at("/head").asString()).isNotEqualTo(head);
    }

    @Test
    void pack_isNotForExecutorsNorObservers() {
        walk.pack("executor/transport").expectStatus().isForbidden();
        walk.pack("observer").expectStatus().isForbidden();
    }

    @Test
    void lastFactChangedWithItsHash_shows() {
        Walk other = Walk.begin(service, "altai-krai", "last");
        other.does("curator", "Route", "organ", other.organ("transport"));
        List<String> last = second(other);
        String actor = last.get(2).replace("\"curator\"", "\"somebody\"");
        assertThat(actor).isNotEqualTo(last.get(2));
        Instant at = Instant.parse(last.get(0));
        String hash = Sha256.of(
                String.join("\n", last.get(3), other.id().toString(), "2", at.toString(), actor, last.get(1)));
        database.execute(
                "update incident_event set actor = cast($$%s$$ as json), hash = '%s' where incident_id = '%s' and version = 2"
                        .formatted(actor, hash, other.id()));

        isBroken(other, 2);
    }

    @Test
    void lastFactTakenAway_shows() {
        Walk other = Walk.begin(service, "altai-krai", "gone");
        other.does("curator", "Route", "organ", other.organ("transport"));
        database.execute("delete from incident_event where incident_id = '%s' and version = 2".formatted(other.id()));

        isBroken(other, 2);
    }

    @Test
    void wordsOfThePostChanged_show() {
        Walk other = Walk.begin(service, "altai-krai", "words");
        database.execute("update incident set post_text = 'Во дворе светло.' where id = '%s'".formatted(other.id()));

        JsonNode found = other.integrity();
        assertThat(found.at("/intact").asBoolean()).isFalse();
        assertThat(found.at("/post").asString()).isEqualTo("changed");
    }

    @Test
    void territoryOrAddressChanged_show() {
        for (String change : List.of(
                "jurisdiction = 'lipetsk-oblast'",
                "snapshot = cast(jsonb_set(cast(snapshot as jsonb), '{address,post_id}', '\"78\"') as json)",
                "snapshot = cast(jsonb_set(cast(snapshot as jsonb), '{jurisdiction}', '\"lipetsk-oblast\"') as json)",
                "snapshot = cast(jsonb_set(cast(snapshot as jsonb), '{url}', '\"https://vk.com/wall-1_2\"') as json)")) {
            Walk other = Walk.begin(service, "altai-krai", "origin-" + change.hashCode());
            assertThat(other.integrity().at("/origin").asString()).isEqualTo("intact");

            database.execute("update incident set %s where id = '%s'".formatted(change, other.id()));

            JsonNode found = other.integrity(EVERYWHERE);
            assertThat(found.at("/intact").asBoolean()).as(change).isFalse();
            assertThat(found.at("/origin").asString())
                    .as(change)
                    .isEqualTo(change.contains("url") ? "intact" : "changed");
        }
    }

    private static void isBroken(Walk walk, long at) {
        JsonNode found = walk.integrity();
        assertThat(found.at("/intact").asBoolean()).isFalse();
        assertThat(found.at("/brokenAt").asLong()).isEqualTo(at);
    }

    /** When and what the second fact is, who did it, and the hash of the first. */
    private static List<String> second(Walk walk) {
        return database.rows("""
                        select to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), cast(e.fact as text),
                            cast(e.actor as text), b.hash
                        from incident_event e join incident_event b on b.incident_id = e.incident_id and b.version = 1
                        where e.incident_id = '%s' and e.version = 2""".formatted(walk.id())).getFirst().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private static List<String> given(JsonNode integrity) {
        return integrity
                .at("/packs")
                .valueStream()
                .map(pack -> pack.at("/manifest").asString())
                .toList();
    }

    private static void happened(UUID deadline, DeadlineFact fact) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        service.tell(new DeadlineEvent(
                walk.id(),
                "altai-krai",
                deadline,
                "route",
                "Направить",
                "AK-6",
                null,
                now,
                now.plus(Duration.ofMinutes(30)),
                now,
                1,
                fact));
    }

    private static PackOnDisk unpacked(Path folder) {
        byte[] zip = walk.pack("curator")
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return PackOnDisk.unpack(Objects.requireNonNull(zip), folder);
    }
}
