package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.Json;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.Author;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.contracts.publication.PublicationEvent;
import otklik.contracts.publication.PublicationEvent.PublicationFact;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.regulation.Regulations;
import otklik.regulation.Term;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One incident of a jurisdiction, and what people do with it through the API. Each step reads like the clause it tries. */
final class Walk {

    private final RoutingUnderTest service;
    private final String jurisdiction;
    private final UUID id;

    private Walk(RoutingUnderTest service, String jurisdiction, UUID id) {
        this.service = service;
        this.jurisdiction = jurisdiction;
        this.id = id;
    }

    static Walk begin(RoutingUnderTest service, String jurisdiction, String postId) {
        return begin(service, jurisdiction, postId, Instant.now());
    }

    static Walk begin(RoutingUnderTest service, String jurisdiction, String postId, Instant detectedAt) {
        return begin(service, jurisdiction, postId, detectedAt, "Без правила", 0.4);
    }

    static Walk begin(RoutingUnderTest service, String jurisdiction, String postId, Instant detectedAt, String group) {
        return begin(service, jurisdiction, postId, detectedAt, group, 0.4);
    }

    static Walk begin(RoutingUnderTest service, String jurisdiction, String postId, String group, double confidence) {
        return begin(service, jurisdiction, postId, Instant.now(), group, confidence);
    }

    /** What the classifier found like that: all but the clean is screened out by itself. */
    static Walk begin(RoutingUnderTest service, String jurisdiction, String postId, Screening screening) {
        return begin(service, jurisdiction, postId, Instant.now(), "Без правила", 0.4, screening);
    }

    private static Walk begin(
            RoutingUnderTest service,
            String jurisdiction,
            String postId,
            Instant detectedAt,
            String group,
            double confidence) {
        return begin(service, jurisdiction, postId, detectedAt, group, confidence, Screening.CLEAN);
    }

    private static Walk begin(
            RoutingUnderTest service,
            String jurisdiction,
            String postId,
            Instant detectedAt,
            String group,
            double confidence,
            Screening screening) {
        PostKey post = new PostKey(Channel.VK, jurisdiction + postId);
        IncidentDetected detected = new IncidentDetected(
                IncidentId.of(jurisdiction, post),
                jurisdiction,
                post,
                PostKind.POST,
                "https://vk.com/wall-1_" + postId,
                "Во дворе темно. " + postId,
                new Author("7", "Иван Тестов", "https://vk.com/id7"),
                Map.of("owner_id", "-1", "post_id", "77"),
                null,
                detectedAt,
                new Classification(group, "Тема", null, Importance.NORMAL, screening, confidence, List.of(), "test"));
        return begin(service, detected);
    }

    static Walk begin(RoutingUnderTest service, IncidentDetected detected) {
        service.tell(detected);
        Walk walk = new Walk(service, detected.jurisdiction(), detected.incidentId());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> service.get(walk.who("curator"), "/api/routing/v1/incidents/{id}", walk.id)
                        .expectStatus()
                        .isOk());
        return walk;
    }

    UUID id() {
        return id;
    }

    /** Somebody of the jurisdiction: {@code curator}, {@code executor/roads}. */
    String who(String seat) {
        String[] parts = seat.split("/");
        String scope = parts.length == 1 ? jurisdiction : jurisdiction + "/" + jurisdiction + "." + parts[1];
        return TestIssuer.bearer(seat.replace('/', '.'), parts[0] + "@" + scope);
    }

    String organ(String name) {
        return jurisdiction + "." + name;
    }

    /** The step is taken. {@code arguments}: name, value, name, value… */
    Walk does(String seat, String type, Object... arguments) {
        command(seat, type, arguments).expectStatus().isOk();
        return this;
    }

    /** The step is refused with that code and clause, and nothing has changed. */
    Walk mayNot(String seat, String code, String clause, String type, Object... arguments) {
        JsonNode before = asItIs();
        refused(command(seat, type, arguments), code, clause);
        assertThat(asItIs()).isEqualTo(before);
        return this;
    }

    /** The same, with what was done last: that may be what whoever asked has not seen. */
    Walk mayNotAfter(String last, String seat, String code, String clause, String type, Object... arguments) {
        JsonNode problem = refused(command(seat, type, arguments), code, clause);
        assertThat(problem.at("/changes").valueStream())
                .as(problem.toString())
                .extracting(change -> change.at("/type").asString())
                .containsExactly(last);
        return this;
    }

    /** The card without what others' incidents may change in it at any moment. */
    private JsonNode asItIs() {
        return ((ObjectNode) card()).without("learned");
    }

    /** A no as RFC 9457 has it, with our code, the clause, and what to do. */
    static JsonNode refused(WebTestClient.ResponseSpec response, String code, String clause) {
        JsonNode problem = body(response.expectStatus()
                .is4xxClientError()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON));
        assertThat(problem.at("/code").asString()).as(problem.toString()).isEqualTo(code);
        assertThat(problem.at("/clause").asString("")).as(problem.toString()).isEqualTo(clause);
        assertThat(problem.at("/detail").asString("")).as(problem.toString()).isNotBlank();
        return problem;
    }

    private WebTestClient.ResponseSpec command(String seat, String type, Object... arguments) {
        Map<String, Object> command = new LinkedHashMap<>();
        command.put("type", type);
        for (int i = 0; i < arguments.length; i += 2) {
            command.put(String.valueOf(arguments[i]), arguments[i + 1]);
        }
        return service.command(who(seat), id, Json.mapper().writeValueAsString(command));
    }

    /** The curator finds it significant, or not. */
    Walk isFound(Importance importance) {
        return does(
                "curator", "CorrectClassification", "topicGroup", "Дороги", "topic", "Ямы", "importance", importance);
    }

    Walk is(String state) {
        assertThat(card().at("/state").asString()).isEqualTo(state);
        return this;
    }

    /** Of the card as the curator sees it. */
    Walk shows(String pointer, String value) {
        assertThat(card().at(pointer).asString("")).as(pointer).isEqualTo(value);
        return this;
    }

    Walk isInTheQueueOf(String seat) {
        assertThat(queue(seat)).as("queue of " + seat).contains(id.toString());
        return this;
    }

    Walk isNotInTheQueueOf(String seat) {
        assertThat(queue(seat)).as("queue of " + seat).doesNotContain(id.toString());
        return this;
    }

    /** Set aside: with the screened posts, and in nobody's work. */
    Walk isScreenedApart() {
        is("SCREENED_OUT");
        assertThat(queue("curator", "screened")).contains(id.toString());
        assertThat(queue("curator", "open")).doesNotContain(id.toString());
        return isNotInTheQueueOf("curator");
    }

    /** As everybody's work is. */
    Walk isNotScreened() {
        assertThat(queue("curator", "screened")).doesNotContain(id.toString());
        assertThat(queue("curator", "open")).contains(id.toString());
        return this;
    }

    private List<String> queue(String seat) {
        return queue(seat, "mine");
    }

    private List<String> queue(String seat, String name) {
        return json(seat, "/api/routing/v1/incidents?limit=200&queue=" + name)
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    /** The publisher put the approved reply there. */
    Walk isPublished(String state) {
        return isPublished(state, "ab");
    }

    Walk isPublished(String state, String textSha256) {
        return isPublished(state, textSha256, Instant.now());
    }

    Walk isPublished(String state, Instant at) {
        return isPublished(state, "ab", at);
    }

    private Walk isPublished(String state, String textSha256, Instant at) {
        tell(new PublicationFact.PublicationSucceeded("512", "https://vk.com/wall-1_77?reply=512", at, textSha256));
        await().untilAsserted(() -> is(state));
        return this;
    }

    /** The publisher put the interim reply before days off there. */
    Walk interimIsPublished() {
        tell(new PublicationFact.PublicationSucceeded(
                "511", "https://vk.com/wall-1_77?reply=511", Instant.now(), "ab"));
        await().untilAsserted(() -> shows("/marks/interim/status", "PUBLISHED"));
        return this;
    }

    Walk interimCannotBePosted() {
        tell(new PublicationFact.PublicationRefused("COMMENTS_CLOSED", null));
        await().untilAsserted(() -> shows("/marks/interim/status", "MANUAL_NEEDED"));
        return this;
    }

    Walk cannotBePosted() {
        tell(new PublicationFact.PublicationRefused("COMMENTS_CLOSED", null));
        await().untilAsserted(() -> shows("/publication/state", "manual-needed"));
        return this;
    }

    /** The timer says that the term of the stage went by, of no organ in particular, as it told before it knew of organs. */
    Walk misses(String stage) {
        return misses(stage, null);
    }

    /** The timer says that the term of the stage went by in that organ's work. */
    Walk misses(String stage, @Nullable String organ) {
        Term term = Regulations.shipped().get(jurisdiction).term(stage, otklik.regulation.Importance.NORMAL);
        Instant due = Instant.now();
        service.tell(new DeadlineEvent(
                id,
                jurisdiction,
                UUID.randomUUID(),
                stage,
                term.title(),
                term.clause(),
                term.owner().isOfAnOrgan() ? organ : null,
                due.minusSeconds(60),
                due,
                due,
                2,
                new DeadlineFact.DeadlineBreached(),
                organ == null ? null : term.owner().name().toLowerCase(Locale.ROOT),
                organ,
                null));
        await().untilAsserted(() -> assertThat(trail())
                .anyMatch(item -> item.at("/title").asString().startsWith("Срок пропущен: " + term.title())
                        && item.at("/details/organ").asString("").equals(Objects.requireNonNullElse(organ, ""))));
        return this;
    }

    /** The timer tells that of a deadline which began then. */
    Walk hears(String stage, UUID deadline, Instant startedAt, DeadlineFact fact) {
        Term term = Regulations.shipped().get(jurisdiction).term(stage, otklik.regulation.Importance.NORMAL);
        service.tell(new DeadlineEvent(
                id,
                jurisdiction,
                deadline,
                stage,
                term.title(),
                term.clause(),
                null,
                startedAt,
                startedAt.plus(Duration.ofHours(4)),
                Instant.now(),
                2,
                fact));
        String status = fact instanceof DeadlineFact.DeadlineMet met ? met.late() ? "MET_LATE" : "MET" : "OPEN";
        await().untilAsserted(() -> assertThat(card().at("/deadlines").valueStream())
                .anyMatch(shown -> shown.at("/id").asString().equals(deadline.toString())
                        && shown.at("/status").asString().equals(status)));
        return this;
    }

    private void tell(PublicationFact fact) {
        String reply = service.database()
                .sql(
                        "select fact ->> 'replyId' as reply from incident_event where incident_id = :id and type in ('ReplyApproved', 'InterimGiven') order by version desc limit 1")
                .bind("id", id)
                .map(row -> String.valueOf(row.get("reply", String.class)))
                .one()
                .block(Duration.ofSeconds(5));
        service.tell(new PublicationEvent(
                id, jurisdiction, UUID.fromString(String.valueOf(reply)), Channel.VK, Instant.now(), fact));
    }

    /** Names of the facts so far. */
    List<String> facts() {
        return trail().stream().map(item -> item.at("/type").asString()).toList();
    }

    /** By whose hand, first to last: {@code DraftProposed executor.roads executor}. */
    List<String> hands() {
        return trail().stream()
                .map(item -> "%s %s %s"
                        .formatted(
                                item.at("/type").asString(),
                                item.at("/by/id").asString(),
                                item.at("/by/role").asString()))
                .toList();
    }

    /** Who missed which term, first to last: {@code LP-9 executor}. */
    List<String> owners() {
        return trail().stream()
                .filter(item -> item.at("/type").asString().equals("DeadlineBreached"))
                .map(item -> item.at("/clause").asString() + " "
                        + item.at("/details/owner").asString())
                .toList();
    }

    /** The entry of the timeline about the fact of that name. */
    JsonNode entry(String fact) {
        return entry("curator", fact);
    }

    /** The same, as that person sees it. */
    JsonNode entry(String seat, String fact) {
        return entries(seat, fact).getFirst();
    }

    /** All of that name, first to last. */
    List<JsonNode> entries(String seat, String fact) {
        return trail(seat).stream()
                .filter(item -> item.at("/type").asString().equals(fact))
                .toList();
    }

    private List<JsonNode> trail() {
        return trail("curator");
    }

    private List<JsonNode> trail(String seat) {
        return json(seat, "/api/routing/v1/incidents/" + id + "/timeline")
                .at("/items")
                .valueStream()
                .toList();
    }

    /** What that person may do now. */
    List<String> offers(String seat) {
        return json(seat, "/api/routing/v1/incidents/" + id + "/commands")
                .at("/items")
                .valueStream()
                .map(item -> item.at("/type").asString())
                .toList();
    }

    /** One of them, with all that is said of it. */
    JsonNode offer(String seat, String type) {
        return json(seat, "/api/routing/v1/incidents/" + id + "/commands")
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** Those of them that have to be given now. */
    List<String> expected(String seat) {
        return json(seat, "/api/routing/v1/incidents/" + id + "/commands")
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/expected").asBoolean())
                .map(item -> item.at("/type").asString())
                .toList();
    }

    /** The pack of evidence as that person asks for it. */
    WebTestClient.ResponseSpec pack(String seat) {
        return service.get(who(seat), "/api/routing/v1/incidents/{id}/evidence.zip", id);
    }

    JsonNode integrity() {
        return integrity(who("curator"));
    }

    /** As somebody with that token is told. */
    JsonNode integrity(String token) {
        return body(service.get(token, "/api/routing/v1/incidents/{id}/integrity", id)
                .expectStatus()
                .isOk());
    }

    /** The same with the clause that allows it, «—» where the regulation has none. */
    Map<String, String> clauses(String seat) {
        Map<String, String> clauses = new LinkedHashMap<>();
        json(seat, "/api/routing/v1/incidents/" + id + "/commands")
                .at("/items")
                .valueStream()
                .forEach(item -> clauses.put(
                        item.at("/type").asString(), item.at("/clause").asString("—")));
        return clauses;
    }

    JsonNode card() {
        return card("curator");
    }

    JsonNode card(String seat) {
        return json(seat, "/api/routing/v1/incidents/" + id);
    }

    private JsonNode json(String seat, String uri) {
        return body(service.get(who(seat), uri).expectStatus().isOk());
    }

    private static JsonNode body(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
