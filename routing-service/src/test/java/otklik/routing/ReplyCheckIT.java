package otklik.routing;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.testkit.Clause;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;

/** The look over a reply, through the API. */
class ReplyCheckIT {

    private static final String LIPETSK = TestIssuer.bearer("curator.lipetsk", "curator@lipetsk-oblast");
    private static RoutingUnderTest routing;

    @BeforeAll
    static void start() {
        routing = new RoutingUnderTest(TestDatabase.fresh("replycheck"));
    }

    @AfterAll
    static void stop() {
        routing.close();
    }

    @Test
    @Clause("LP-10")
    void findings_nameTheClauseThePlaceAndWhatToWrite() {
        check(LIPETSK, """
                {"jurisdiction": "lipetsk-oblast", "channel": "vk", "text": "Мы сожелеем, яму заделаем до 15 июня.",
                 "question": "Кто вернёт деньги за колесо?"}""")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.findings[?(@.check == 'greeting')].clause")
                .isEqualTo("LP-10")
                .jsonPath("$.findings[?(@.check == 'greeting')].binding")
                .isEqualTo(true)
                .jsonPath("$.findings[?(@.check == 'grammar')].place.from")
                .isEqualTo(3)
                .jsonPath("$.findings[?(@.check == 'questions')].message")
                .isNotEmpty()
                .jsonPath("$.byEye[?(@.id == 'attachments')].clause")
                .isEqualTo("LP-16");
    }

    @Test
    void badQuestions_areRefusedWithWhatToDo() {
        check(LIPETSK, "{\"jurisdiction\": \"lipetsk-oblast\", \"text\": \"  \"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("empty-text");
        check(LIPETSK, "{\"jurisdiction\": \"atlantis\", \"text\": \"Здравствуйте!\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> org.assertj.core.api.Assertions.assertThat(String.valueOf(detail))
                        .contains("altai-krai", "lipetsk-oblast"));
        check(LIPETSK, "{\"jurisdiction\": \"altai-krai\", \"text\": \"Здравствуйте!\"}")
                .expectStatus()
                .isForbidden();
        check(LIPETSK, "{\"jurisdiction\": \"lipetsk-oblast\", \"text\": \"" + "я".repeat(20_001) + "\"}")
                .expectStatus()
                .isEqualTo(422);
        check(LIPETSK, "{broken").expectStatus().isBadRequest();
    }

    private static WebTestClient.ResponseSpec check(String who, String json) {
        return routing.http
                .post()
                .uri("/api/routing/v1/replies:check")
                .header("Authorization", who)
                .header("Content-Type", "application/json")
                .bodyValue(json)
                .exchange();
    }
}
