package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import java.util.List;
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
                .jsonPath("$.findings[?(@.check == 'greeting')].refusedAt")
                .isEqualTo("approval")
                .jsonPath("$.findings[?(@.check == 'grammar')].binding")
                .isEqualTo(false)
                .jsonPath("$.findings[?(@.check == 'grammar')].toTick")
                .isEqualTo(true)
                .jsonPath("$.findings[?(@.check == 'grammar')].place.from")
                .isEqualTo(3)
                .jsonPath("$.findings[?(@.check == 'questions')].message")
                .isNotEmpty()
                .jsonPath("$.byEye[?(@.id == 'attachments')].clause")
                .isEqualTo("LP-16");
    }

    @Test
    void textThatNoDraftIsTakenWith_isToldAsBinding() {
        check(LIPETSK, """
                {"jurisdiction": "lipetsk-oblast", "text": "Здравствуйте! <b>Срочно</b> заделаем до 15 июня."}""")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.findings[0].check")
                .isEqualTo("unsafe")
                .jsonPath("$.findings[0].binding")
                .isEqualTo(true)
                .jsonPath("$.findings[0].refusedAt")
                .isEqualTo("draft")
                .jsonPath("$.findings[0].clause")
                .isEqualTo("LP-9")
                .jsonPath("$.findings[0].place.from")
                .isEqualTo(14);
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
    @Clause("VP-14")
    void vyatskiePolyany_sendsADraftBackForItsTone() {
        assertThat(clauses("vyatskie-polyany", "final", "Здравствуйте! Вы сами виноваты. Яму заделаем до 15 мая."))
                .contains(entry("disrespect", "VP-14"));
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

    @Test
    @Clause("LB-9")
    void refusal_saysWhatWhereAndWhy_andWhoeverApprovesLetsAMistakeOfTheProgramPass() {
        Walk walk = walk("barnaul-leninsky", "data", "controller", "housing")
                .does("executor/housing", "SubmitDraft", "text", "Здравствуйте! Приёмная — кв. 12, завтра с 9 часов.")
                .does("supervisor", "Agree")
                .does("controller", "Approve");

        assertThat(offer(walk, "curator", "Approve").at("/fields").valueStream().map(JsonNode::asString))
                .containsExactly("checked", "letPass");
        JsonNode told = offer(walk, "curator", "Approve").at("/findings");
        assertThat(told.at("/0/message").asString()).contains("кв. 12");

        JsonNode problem = Walk.refused(
                routing.command(walk.who("curator"), walk.id(), "{\"type\":\"Approve\"}"), "binding-check", "LB-9");
        assertThat(problem.at("/findings")).isEqualTo(told);
        assertThat(problem.at("/findings/0/check").asString()).isEqualTo("personal-data");
        assertThat(problem.at("/findings/0/clause").asString()).isEqualTo("LB-9");
        assertThat(problem.at("/findings/0/binding").asBoolean()).isTrue();
        assertThat(problem.at("/findings/0/refusedAt").asString()).isEqualTo("approval");
        assertThat(problem.at("/findings/0/place/from").asInt()).isEqualTo(25);
        assertThat(problem.at("/findings/0/place/to").asInt()).isEqualTo(31);
        assertThat(problem.at("/detail").asString()).contains("кв. 12", "пропустите");

        walk.mayNot("executor/housing", "not-yours", "LB-6", "Approve", "letPass", excuse("Это адрес приёмной"))
                .mayNot("curator", "reason-required", "LB-9", "Approve", "letPass", excuse(" "))
                .mayNot("curator", "text-unsafe", "LB-6", "Approve", "letPass", excuse("<script>1</script>"))
                .does("curator", "Approve", "letPass", excuse("Это адрес приёмной"))
                .is("APPROVED");
        JsonNode approved = walk.entry("ReplyApproved");
        assertThat(approved.at("/title").asString()).contains("Это адрес приёмной", "LB-9");
        assertThat(approved.at("/by/id").asString()).isEqualTo("curator");
        assertThat(approved.at("/details/letPass/0/check").asString()).isEqualTo("personal-data");
        assertThat(approved.at("/details/letPass/0/found/0").asString()).contains("кв. 12");
        assertThat(approved.at("/details/letPass/0/reason").asString()).isEqualTo("Это адрес приёмной");
        assertThat(walk.integrity().at("/intact").asBoolean()).isTrue();
    }

    @Test
    @Clause({"KH-9", "KH-12", "KH-13"})
    void replyWithoutContacts_neverGoesOutByItself() {
        String bare = "Добрый день! Починим до 15 декабря.";
        String whole = bare + " Телефон 8-4212-00-00-00.";
        Walk amended = walk("khabarovsk-krai", "amended", "curator", "transport")
                .does("executor/transport", "SubmitDraft", "text", bare)
                .mayNot("curator", "binding-check", "KH-9", "Approve")
                .does("curator", "RequestRework", "reasons", List.of("contacts"))
                .does("executor/transport", "SubmitDraft", "text", bare + " Честно.")
                .is("ON_APPROVAL")
                .does("curator", "RequestRework", "reasons", List.of("contacts"))
                .does("executor/transport", "SubmitDraft", "text", whole)
                .is("APPROVED");
        assertThat(amended.facts()).filteredOn("ReplyApproved"::equals).hasSize(1);

        Walk several = Walk.begin(routing, "khabarovsk-krai", "several");
        several.does("curator", "EngageOrgans", "organs", List.of(several.organ("transport"), several.organ("housing")))
                .does("executor/transport", "Contribute", "text", "Часть дорог")
                .does("curator", "AcceptContribution", "organ", several.organ("transport"))
                .does("executor/housing", "Contribute", "text", "Часть ЖКХ")
                .does("curator", "AcceptContribution", "organ", several.organ("housing"))
                .does("curator", "SubmitDraft", "text", bare)
                .is("ON_APPROVAL")
                .isInTheQueueOf("curator")
                .mayNot("curator", "binding-check", "KH-9", "Approve")
                .does(
                        "curator",
                        "Approve",
                        "letPass",
                        List.of(Map.of("check", "contacts", "reason", "Телефоны на странице органа в закрепе")))
                .is("APPROVED");
    }

    @Test
    @Clause("LP-10")
    void questionToTheAuthor_isCheckedForAGreetingAndGrammar_notForAnswers() {
        Walk walk = walk("lipetsk-oblast", "question", "curator", "roads")
                .does("responsible/roads", "SubmitDraft", "kind", "clarification", "text", "Какой это дом?");
        assertThat(offer(walk, "curator", "Approve")
                        .at("/checks")
                        .valueStream()
                        .map(line -> line.at("/id").asString()))
                .containsExactly("greeting", "grammar");
        walk.mayNot("curator", "checklist-incomplete", "LP-10", "Approve", "checked", List.of("greeting"))
                .mayNot("curator", "binding-check", "LP-10", "Approve", "checked", List.of("greeting", "grammar"))
                .does("curator", "RequestRework", "reasons", List.of("greeting"))
                .does(
                        "responsible/roads",
                        "SubmitDraft",
                        "kind",
                        "clarification",
                        "text",
                        "Здравствуйте! Какой это дом?")
                .does("curator", "Approve", "checked", List.of("greeting", "grammar"))
                .is("APPROVED");
    }

    @Test
    void wordsOfAnInterimReplyThatWentOut_areKnownAgain_alsoOnceTheFinalOneHas() {
        String interim = "Здравствуйте! На улице Гоголя меняем водопровод, поэтому движение закрыто, "
                + "объезд идёт через переулок Радищева. Окончательно ответим до 15 декабря.";
        Walk walk = walk("altai-krai", "interim", "curator", "transport")
                .does("executor/transport", "SubmitDraft", "kind", "interim", "text", interim)
                .does("curator", "Approve");
        assertThat(clauses("altai-krai", "final", interim)).doesNotContainKey("boilerplate");

        walk.isPublished("AWAITING_FINAL");
        await().untilAsserted(() ->
                assertThat(clauses("altai-krai", "final", interim)).containsKey("boilerplate"));

        String reply =
                "Здравствуйте! Водопровод заменили пятого декабря, вчера уложили асфальт и открыли движение в обе "
                        + "стороны, автобусы вернулись на прежний маршрут.";
        walk.does("executor/transport", "SubmitDraft", "text", reply)
                .does("curator", "Approve")
                .isPublished("DONE");
        await().untilAsserted(
                        () -> assertThat(clauses("altai-krai", "final", reply)).containsKey("boilerplate"));
        assertThat(clauses("altai-krai", "final", interim)).containsKey("boilerplate");
        assertThat(clauses("lipetsk-oblast", "final", interim)).doesNotContainKey("boilerplate");
    }

    private static Walk walk(String jurisdiction, String post, String sender, String organ) {
        Walk walk = Walk.begin(routing, jurisdiction, post);
        return walk.does(sender, "Route", "organ", walk.organ(organ));
    }

    private static List<Map<String, String>> excuse(String reason) {
        return List.of(Map.of("check", "personal-data", "reason", reason));
    }

    private static JsonNode offer(Walk walk, String seat, String type) {
        return Objects.requireNonNull(routing.get(walk.who(seat), "/api/routing/v1/incidents/{id}/commands", walk.id())
                        .expectStatus()
                        .isOk()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/type").asString().equals(type))
                .findFirst()
                .orElseThrow();
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
