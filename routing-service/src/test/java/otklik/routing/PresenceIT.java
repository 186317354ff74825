package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.testkit.SettableTime;
import otklik.testkit.TestDatabase;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;

/** Who is at an incident just now, through two instances of the service on one database. */
class PresenceIT {

    private static final SettableTime TIME = SettableTime.at("2026-06-10T11:00:00+07:00");

    private static RoutingUnderTest one;
    private static RoutingUnderTest other;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh("presence");
        one = new RoutingUnderTest(database, TIME);
        other = new RoutingUnderTest(database, TIME);
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @Test
    void somebodyWriting_isSeenThroughTheOtherInstance_untilTheSignsStop() {
        Walk walk = begin("writing");
        List<ServerSentEvent<JsonNode>> heard = new CopyOnWriteArrayList<>();
        List<ServerSentEvent<JsonNode>> strangers = new CopyOnWriteArrayList<>();
        Disposable curator = listen(other, walk.who("curator"), heard);
        Disposable stranger = listen(other, walk.who("executor/housing"), strangers);
        try {
            beat(one, walk, "executor/transport", "a", "writing").expectStatus().isOk();

            await().untilAsserted(
                            () -> assertThat(heard)
                                    .filteredOn(event -> "presence".equals(event.event()))
                                    .singleElement()
                                    .satisfies(
                                            event -> assertThat(String.valueOf(event.data()))
                                                    .isEqualTo(
                                                            "{\"id\":\"" + walk.id()
                                                                    + "\",\"people\":[{\"id\":\"executor.transport\",\"name\":\"Имя executor.transport\",\"doing\":\"writing\"}]}")));
            assertThat(present(other, walk, "curator")).hasSize(1);
            assertThat(present(other, walk, "executor/housing")).isEmpty();
            beat(other, walk, "curator", "b", "reading")
                    .expectBody()
                    .jsonPath("$.items.length()")
                    .isEqualTo(1)
                    .jsonPath("$.items[0].doing")
                    .isEqualTo("writing");

            TIME.tick(Duration.ofSeconds(20));

            await().atMost(Duration.ofSeconds(8))
                    .untilAsserted(
                            () -> assertThat(present(other, walk, "curator")).isEmpty());
            await().untilAsserted(() -> assertThat(heard)
                    .filteredOn(event -> "presence".equals(event.event()))
                    .last()
                    .satisfies(event -> assertThat(String.valueOf(event.data())).endsWith("\"people\":[]}")));
            assertThat(strangers).noneMatch(event -> "presence".equals(event.event()));
        } finally {
            curator.dispose();
            stranger.dispose();
        }
    }

    @Test
    void pageThatSaysGoodBye_isGoneAtOnce() {
        Walk walk = begin("bye");
        beat(one, walk, "executor/transport", "a", "reading").expectStatus().isOk();
        await().untilAsserted(() -> assertThat(present(other, walk, "curator")).hasSize(1));

        one.http
                .delete()
                .uri("/api/routing/v1/incidents/{id}/presence/a", walk.id())
                .header("Authorization", walk.who("executor/transport"))
                .exchange()
                .expectStatus()
                .isNoContent();

        await().untilAsserted(() -> assertThat(present(other, walk, "curator")).isEmpty());
    }

    @Test
    void signsOfStrangers_andNonsense_areTurnedDown_andNothingIsKept() {
        Walk walk = begin("stranger");
        long version = walk.card().at("/version").asLong();

        beat(one, walk, "executor/housing", "a", "reading").expectStatus().isForbidden();
        beat(one, walk, "curator", "a", "dancing").expectStatus().isBadRequest();
        beat(one, walk, "curator", "x".repeat(65), "reading").expectStatus().isBadRequest();

        assertThat(present(one, walk, "curator")).isEmpty();
        assertThat(walk.card().at("/version").asLong()).isEqualTo(version);
    }

    @Test
    void comment_isToldToThoseWhoSeeTheIncident() {
        Walk walk = begin("comment");
        List<ServerSentEvent<JsonNode>> heard = new CopyOnWriteArrayList<>();
        List<ServerSentEvent<JsonNode>> strangers = new CopyOnWriteArrayList<>();
        Disposable executor = listen(other, walk.who("executor/transport"), heard);
        Disposable stranger = listen(other, walk.who("executor/housing"), strangers);
        try {
            one.http
                    .post()
                    .uri("/api/routing/v1/incidents/{id}/comments", walk.id())
                    .header("Authorization", walk.who("curator"))
                    .header("Content-Type", "application/json")
                    .bodyValue("{\"text\":\"Проверьте адрес\"}")
                    .exchange()
                    .expectStatus()
                    .isCreated();

            await().untilAsserted(() -> assertThat(heard)
                    .filteredOn(event -> "comment".equals(event.event()))
                    .singleElement()
                    .satisfies(event ->
                            assertThat(String.valueOf(event.data())).isEqualTo("{\"id\":\"" + walk.id() + "\"}")));
            assertThat(strangers).noneMatch(event -> "comment".equals(event.event()));
        } finally {
            executor.dispose();
            stranger.dispose();
        }
    }

    private static Walk begin(String postId) {
        return Walk.begin(one, "altai-krai", "presence-" + postId, TIME.instant())
                .does("curator", "Route", "organ", "altai-krai.transport");
    }

    private static WebTestClient.ResponseSpec beat(
            RoutingUnderTest service, Walk walk, String seat, String page, String doing) {
        return service.http
                .put()
                .uri("/api/routing/v1/incidents/{id}/presence/{page}", walk.id(), page)
                .header("Authorization", walk.who(seat))
                .header("Content-Type", "application/json")
                .bodyValue("{\"doing\":\"" + doing + "\"}")
                .exchange();
    }

    private static List<JsonNode> present(RoutingUnderTest service, Walk walk, String seat) {
        JsonNode all = Objects.requireNonNull(service.get(walk.who(seat), "/api/routing/v1/presence")
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
        return all.at("/items")
                .valueStream()
                .filter(item -> item.at("/id").asString().equals(walk.id().toString()))
                .flatMap(item -> item.at("/people").valueStream())
                .toList();
    }

    /** Returns once the stream has begun. */
    private static Disposable listen(RoutingUnderTest service, String bearer, List<ServerSentEvent<JsonNode>> heard) {
        Disposable listening = service.http
                .get()
                .uri("/api/routing/v1/changes")
                .header("Authorization", bearer)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
                .getResponseBody()
                .subscribe(heard::add);
        await().until(() -> !heard.isEmpty());
        return listening;
    }
}
