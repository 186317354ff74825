package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.testkit.TestDatabase;

/** Comments inside the team: those who see the incident talk; it is no fact and goes nowhere. */
class CommentIT {

    private static RoutingUnderTest service;

    @BeforeAll
    static void start() {
        service = new RoutingUnderTest(TestDatabase.fresh("comments"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void comments_areForThoseWhoSeeTheIncident() {
        Walk walk = Walk.begin(service, "altai-krai", "comments");
        walk.does("curator", "Route", "organ", walk.organ("transport"));
        long version = walk.card().at("/version").asLong();

        say(walk, "curator", "{\"text\":\" Проверьте адрес \"}").expectStatus().isCreated();
        say(walk, "executor/transport", "{\"text\":\"Проверил\"}")
                .expectStatus()
                .isCreated();
        say(walk, "executor/housing", "{\"text\":\"Чужое\"}").expectStatus().isForbidden();
        say(walk, "observer", "{\"text\":\"Смотрю\"}").expectStatus().isForbidden();
        say(walk, "curator", "{\"text\":\" \"}").expectStatus().isEqualTo(422);
        say(walk, "curator", "{}").expectStatus().isEqualTo(422);

        service.get(walk.who("executor/transport"), "/api/routing/v1/incidents/{id}/comments", walk.id())
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].text")
                .isEqualTo("Проверьте адрес")
                .jsonPath("$.items[1].by.id")
                .isEqualTo("executor.transport");
        service.get(walk.who("executor/housing"), "/api/routing/v1/incidents/{id}/comments", walk.id())
                .expectStatus()
                .isForbidden();
        assertThat(walk.card().at("/version").asLong()).isEqualTo(version);
    }

    private static WebTestClient.ResponseSpec say(Walk walk, String seat, String body) {
        return service.http
                .post()
                .uri("/api/routing/v1/incidents/{id}/comments", walk.id())
                .header("Authorization", walk.who(seat))
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange();
    }
}
