package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.contracts.Json;
import otklik.testkit.Clause;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

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
    @Clause({"VP-12", "VP-15"})
    void vyatskiePolyany_wantsTwoParagraphsADateAndInAnInterimReplyTheTimeNeeded() {
        assertThat(clauses("vyatskie-polyany", "final", "Здравствуйте!\nЯму заделаем.\nСпасибо."))
                .contains(entry("paragraphs", "VP-12"), entry("dates", "VP-12"));
        assertThat(clauses("vyatskie-polyany", "final", "Здравствуйте! Результат на фото.\nЯму заделали 15 мая."))
                .doesNotContainKeys("paragraphs", "dates")
                .contains(entry("attachments", "VP-12"));
        assertThat(clauses("vyatskie-polyany", "interim", "Здравствуйте! Специалисты разбираются."))
                .contains(entry("time-needed", "VP-15"))
                .doesNotContainKey("dates");
        assertThat(clauses("vyatskie-polyany", "interim", "Здравствуйте! Специалисты разбираются, ответим до 15 мая."))
                .doesNotContainKeys("time-needed", "dates");
    }

    @Test
    @Clause("KH-9")
    void khabarovsk_wantsContactsAndNoOfficialese() {
        assertThat(clauses(
                        "khabarovsk-krai",
                        "final",
                        "Здравствуйте! В настоящее время осуществляется ремонт. Фото приложено."))
                .contains(
                        entry("contacts", "KH-9"),
                        entry("dates", "KH-9"),
                        entry("officialese", "KH-9"),
                        entry("attachments", "KH-9"));
        assertThat(clauses(
                        "khabarovsk-krai",
                        "final",
                        "Здравствуйте! Сейчас ремонтируем дорогу, закончим до 15 июня. Телефон 8 (4212) 40-21-21."))
                .doesNotContainKeys("contacts", "dates", "officialese", "attachments");
    }

    @Test
    @Clause("LB-9")
    void barnaul_wantsNobodysDataTheRightToneAndTheWholeAnswer() {
        assertThat(clauses(
                        "barnaul-leninsky",
                        "final",
                        "Здравствуйте! Вы сами виноваты. Вашему соседу из кв. 12 сделали ремонт 15 мая."))
                .contains(entry("personal-data", "LB-9"), entry("disrespect", "LB-9"), entry("questions", "LB-9"));
        assertThat(clauses("barnaul-leninsky", "final", "Здравствуйте! Деньги за колесо вернёт подрядчик до 15 мая."))
                .doesNotContainKeys("personal-data", "disrespect", "questions");
    }

    /** Which check found something, and the clause that asks for it. */
    private static Map<String, String> clauses(String jurisdiction, String kind, String text) {
        JsonNode answer = check(
                        TestIssuer.bearer("curator.style", "curator@" + jurisdiction),
                        Json.mapper()
                                .writeValueAsString(Map.of(
                                        "jurisdiction",
                                        jurisdiction,
                                        "kind",
                                        kind,
                                        "channel",
                                        "vk",
                                        "text",
                                        text,
                                        "question",
                                        "Кто вернёт деньги за колесо?",
                                        "attachments",
                                        0)))
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(answer)
                .at("/findings")
                .valueStream()
                .collect(Collectors.toMap(
                        found -> found.at("/check").asString(),
                        found -> found.at("/clause").asString(),
                        (one, other) -> one));
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
                .value(detail -> assertThat(String.valueOf(detail)).contains("altai-krai", "lipetsk-oblast"));
        check(LIPETSK, "{\"jurisdiction\": \"altai-krai\", \"text\": \"Здравствуйте!\"}")
                .expectStatus()
                .isForbidden();
        check(LIPETSK, "{\"jurisdiction\": \"lipetsk-oblast\", \"text\": \"Здравствуйте!\", \"kind\": \"letter\"}")
                .expectStatus()
                .isBadRequest();
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
