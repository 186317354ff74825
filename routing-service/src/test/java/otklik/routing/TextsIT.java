package otklik.routing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.contracts.Json;
import otklik.contracts.Topics;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Russian;
import otklik.routing.incident.PackOnDisk;
import otklik.testkit.Clause;
import otklik.testkit.SettableTime;
import otklik.testkit.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Texts through the API: templates that fill themselves, drafts as files, and what replies promise. */
class TextsIT {

    private static SettableTime time;
    private static RoutingUnderTest service;

    @BeforeAll
    static void start() {
        time = new SettableTime(Instant.now());
        service = new RoutingUnderTest(TestDatabase.fresh("texts"), time);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vyatskie-polyany", "khabarovsk-krai"})
    @Clause({"VP-2", "KH-2"})
    void whoShouldFileAnAppeal_isToldHow_byATextThatIsReady(String jurisdiction) {
        Walk walk = Walk.begin(service, jurisdiction, "appeal");
        String organ = jurisdiction.startsWith("v") ? "roads" : "transport";
        walk.does("curator", "MarkAppeal", "reason", "Нужны личные документы")
                .does("curator", "Route", "organ", walk.organ(organ));
        String seat = "executor/" + organ;

        JsonNode first = json(send(walk.who(seat), HttpMethod.GET, "/incidents/" + walk.id() + "/templates", null))
                .at("/items/0");
        assertThat(first.at("/purpose").asString()).isEqualTo("APPEAL");
        JsonNode filled = fill(walk, seat, first.at("/id").asString());
        String text = filled.at("/text").asString();

        assertThat(text)
                .startsWith("Здравствуйте, Иван Тестов!")
                .contains("№ 59-ФЗ", "через «Госуслуги»", "телефон 8 (")
                .doesNotContain("{", "[");
        assertThat(filled.at("/unfilled").isEmpty()).isTrue();
        walk.does(seat, "SubmitDraft", "text", text, "urgent", true);
        if (walk.card().at("/state").asString().equals("ON_AGREEMENT")) {
            walk.does("responsible/" + organ, "Agree");
        }
        walk.does("curator", "Approve").isPublished("DONE");
        assertThat(walk.facts()).contains("MarkedAsAppeal", "ReplyPublished");
        assertThat(promises(walk, seat)).as("terms of the law are no promises").isEmpty();
    }

    @Test
    void templateOfTheTopic_comesFirst_andFilledAsFarAsIsKnown() {
        Walk walk = Walk.begin(service, "altai-krai", "fill", "Дороги", 0.4);
        walk.does("curator", "Route", "organ", walk.organ("transport"));

        JsonNode fitting = json(
                send(walk.who("executor/transport"), HttpMethod.GET, "/incidents/" + walk.id() + "/templates", null));
        assertThat(fitting.at("/items/0/name").asString()).isEqualTo("Яма на дороге");
        assertThat(fitting.at("/items")
                        .valueStream()
                        .map(item -> item.at("/purpose").asString()))
                .doesNotContain("PART");
        JsonNode filled =
                fill(walk, "executor/transport", fitting.at("/items/0/id").asString());

        assertThat(filled.at("/text").asString())
                .contains(
                        "Здравствуйте, Иван Тестов!",
                        "Министерство транспорта Алтайского края, телефон 8 (3852) 55-00-01");
        assertThat(filled.at("/kind").asString()).isEqualTo("final");
        assertThat(filled.at("/unfilled")
                        .valueStream()
                        .map(each -> each.at("/what").asString()))
                .containsExactly("населённый пункт или место", "что сделаем", "до какого числа");
        send(
                        walk.who("executor/housing"),
                        HttpMethod.POST,
                        "/incidents/" + walk.id() + "/template:fill",
                        Map.of("template", fitting.at("/items/0/id").asString()))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void template_isChangedByThoseWhoKnowItsVersion() {
        Walk walk = Walk.begin(service, "lipetsk-oblast", "templates");
        Map<String, Object> wording =
                Map.of("jurisdiction", "lipetsk-oblast", "name", "Снег", "text", "Уберём {впишите: когда}.");
        JsonNode saved = json(send(walk.who("curator"), HttpMethod.POST, "/templates", wording)
                .expectStatus()
                .isCreated());
        String place = "/templates/" + saved.at("/id").asString();

        refused(428, "if-match-required", send(walk.who("curator"), HttpMethod.PUT, place, wording));
        change(walk, "curator", place, "1", with(wording, "text", "Уберём снег {впишите: когда}."))
                .expectStatus()
                .isOk();
        JsonNode stale = Walk.refused(change(walk, "curator", place, "1", wording), "stale-version", "LP-9");
        assertThat(stale.at("/current/text").asString()).isEqualTo("Уберём снег {впишите: когда}.");
        refused(422, "unknown-placeholder", change(walk, "curator", place, "2", with(wording, "text", "{кто-нибудь}")));
        refused(422, "text-unsafe", change(walk, "curator", place, "2", with(wording, "text", "<script>1</script>")));
        for (String field : List.of("name", "topic", "topicGroup")) {
            for (String evil : List.of("<script>1</script>", "Снег\u202Eгенс", "Сн\u200Bег", "javascript:alert(1)")) {
                Walk.refused(change(walk, "curator", place, "2", with(wording, field, evil)), "text-unsafe", "LP-9");
            }
        }
        refused(422, "bad-template-name", change(walk, "curator", place, "2", with(wording, "name", "я".repeat(121))));
        refused(422, "text-too-long", change(walk, "curator", place, "2", with(wording, "topic", "я".repeat(2001))));
        refused(
                422,
                "text-too-long",
                change(walk, "curator", place, "2", with(wording, "topicGroup", "я".repeat(2001))));
        Walk.refused(
                change(walk, "curator", place, "2", with(wording, "text", "{шаблон: снег}")), "template-loop", "LP-9");
        Walk.refused(change(walk, "responsible/roads", place, "2", wording), "forbidden", "LP-9");
        refused(422, "template-in-use", delete(walk, "curator", id(walk, "Приветствие"), "1"));
        delete(walk, "curator", saved.at("/id").asString(), "2").expectStatus().isNoContent();
        assertThat(names(walk)).doesNotContain("Снег").contains("Приветствие");
    }

    @Test
    void responsible_writesForTheirOwnOrgan() {
        Walk walk = Walk.begin(service, "lipetsk-oblast", "own-templates");
        Map<String, Object> wording =
                Map.of("jurisdiction", "lipetsk-oblast", "name", "Наше", "organ", walk.organ("roads"), "text", "Слова");

        send(walk.who("responsible/roads"), HttpMethod.POST, "/templates", wording)
                .expectStatus()
                .isCreated();
        refused(
                403,
                "forbidden",
                send(
                        walk.who("responsible/roads"),
                        HttpMethod.POST,
                        "/templates",
                        with(wording, "organ", walk.organ("housing"))));
    }

    @Test
    @Clause("VP-12")
    void draft_leavesAsAFileAndComesBackToBeWorkedOn() {
        Walk walk = Walk.begin(service, "vyatskie-polyany", "papers");
        walk.does("curator", "Route", "organ", walk.organ("roads"));
        String where = "/incidents/" + walk.id() + "/draft";
        refused(404, "no-draft", send(walk.who("curator"), HttpMethod.GET, where + ".docx", null));
        String text = "Здравствуйте! Яму заделаем до 15 июня.\n\nВопросы — отдел дорог.";
        walk.does("responsible/roads", "SubmitDraft", "text", text, "urgent", true);

        for (String format : List.of("pdf", "docx", "rtf")) {
            byte[] file = Objects.requireNonNull(send(walk.who("curator"), HttpMethod.GET, where + "." + format, null)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueMatches("Content-Disposition", "attachment; filename=\"[A-Z0-9-]+\\." + format + "\"")
                    .expectBody()
                    .returnResult()
                    .getResponseBodyContent());
            if (!format.equals("pdf")) {
                JsonNode read = json(upload(walk, "executor/roads", file));
                assertThat(read.at("/format").asString()).isEqualTo(format);
                assertThat(read.at("/text").asString())
                        .contains("Проект ответа на сообщение ", "Орган: Отдел дорог и транспорта")
                        .endsWith(text);
            }
        }
        refused(404, "not-found", send(walk.who("curator"), HttpMethod.GET, where + ".exe", null));
        send(walk.who("executor/housing"), HttpMethod.GET, where + ".pdf", null)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void fileThatIsNoDraft_isRefused() {
        Walk walk = Walk.begin(service, "vyatskie-polyany", "no-papers");
        Walk.refused(
                upload(walk, "curator", "просто слова".getBytes(StandardCharsets.UTF_8)), "wrong-file-type", "VP-9");
        Walk.refused(upload(walk, "curator", new byte[0]), "wrong-file-type", "VP-9");
        Walk.refused(upload(walk, "curator", new byte[6 << 20]), "file-too-large", "VP-9");
        Walk.refused(
                service.http
                        .post()
                        .uri("/api/routing/v1/incidents/{id}/draft:read", walk.id())
                        .header("Authorization", walk.who("curator"))
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .bodyValue("--x--".getBytes(StandardCharsets.UTF_8))
                        .exchange(),
                "send-the-file-itself",
                "VP-9");
    }

    @Test
    @Clause("AK-18")
    void promiseOfAReply_isAskedAboutWhenItsDayIsOver() {
        Walk walk = Walk.begin(service, "altai-krai", "promise");
        walk.does("curator", "Route", "organ", walk.organ("transport"))
                .does(
                        "executor/transport",
                        "SubmitDraft",
                        "text",
                        "Здравствуйте! Трубу заменим завтра. Асфальт вернём в течение 20 дней. Вчера бригада приезжала.")
                .does("curator", "Approve")
                .isPublished("DONE");
        await().untilAsserted(
                        () -> assertThat(promises(walk, "executor/transport")).hasSize(2));
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Barnaul"));
        JsonNode first = promises(walk, "executor/transport").getFirst();
        assertThat(first.at("/words").asString()).isEqualTo("завтра");
        assertThat(first.at("/dueOn").asString()).isEqualTo(today.plusDays(1).toString());
        assertThat(first.at("/mine").asBoolean()).isTrue();
        assertThat(listed(walk, "executor/transport", "now")).isEmpty();
        tellAgain(walk);

        time.tick(Duration.ofDays(2));
        assertThat(listed(walk, "executor/transport", "now")).containsExactly("завтра");
        assertThat(listed(walk, "curator", "now")).contains("завтра");
        assertThat(listed(walk, "executor/housing", "open")).isEmpty();

        String id = first.at("/id").asString();
        notTaken("forbidden", say(walk, "executor/housing", id, "keep", Map.of("note", "Да")));
        notTaken("note-required", say(walk, "executor/transport", id, "keep", Map.of()));
        notTaken("bad-link", say(walk, "executor/transport", id, "keep", Map.of("link", "ftp://vk.com/wall-1_2")));
        for (String evil :
                List.of("javascript:alert(1)", "https://vk.com/\u202Egpj.exe", "https://vk.com/\u200Bwall")) {
            notTaken("text-unsafe", say(walk, "executor/transport", id, "keep", Map.of("link", evil)));
        }
        notTaken(
                "bad-date",
                say(walk, "executor/transport", id, "move", Map.of("note", "Дожди", "dueOn", today.toString())));
        assertThat(promises(walk, "executor/transport").getFirst().at("/version"))
                .isEqualTo(first.at("/version"));
        say(
                        walk,
                        "executor/transport",
                        id,
                        "move",
                        Map.of("note", "Дожди", "dueOn", today.plusDays(9).toString()))
                .expectStatus()
                .isOk();
        JsonNode stale = notTaken(
                "stale-version", keepSeen(walk, id, first.at("/version").asString()));
        assertThat(stale.at("/current/dueOn").asString())
                .isEqualTo(today.plusDays(9).toString());
        assertThat(stale.at("/current/note").asString()).isEqualTo("Дожди");
        assertThat(listed(walk, "executor/transport", "now")).isEmpty();
        assertThat(listed(walk, "executor/transport", today.plusDays(9).toString()))
                .containsExactly("завтра");
        say(walk, "curator", id, "keep", Map.of("link", "https://vk.com/wall-1_2"))
                .expectStatus()
                .isOk();
        notTaken("promise-closed", say(walk, "curator", id, "withdraw", Map.of("note", "Нет")));
        String second = promises(walk, "curator").getLast().at("/id").asString();
        say(walk, "curator", second, "withdraw", Map.of("note", "Это не срок"))
                .expectStatus()
                .isOk();
        tellAgain(walk);

        assertThat(promises(walk, "curator"))
                .extracting(each -> each.at("/status").asString())
                .containsExactlyInAnyOrder("KEPT", "WITHDRAWN");
        assertThat(listed(walk, "executor/transport", "open")).isEmpty();
        assertThat(listed(walk, "executor/transport", "all")).hasSize(2);
        answersToPromisesAreSeen(walk, today);
    }

    /** Nothing has left the house by it. What had been asked before is asked by nobody once more. */
    @Test
    void answerGivenByMistake_isTakenBackAtOnce_byWhoeverGaveIt() {
        Walk walk = promised("mistaken", "Дерево уберём завтра.", 1);
        JsonNode first = promises(walk, "curator").getFirst();
        String id = first.at("/id").asString();
        Walk.refused(say(walk, "executor/transport", id, "undo", Map.of()), "nothing-to-undo", "KH-14");
        LocalDate moved = LocalDate.parse(first.at("/dueOn").asString()).plusDays(5);
        say(walk, "executor/transport", id, "move", Map.of("note", "Дожди", "dueOn", moved.toString()))
                .expectStatus()
                .isOk();
        Walk.refused(say(walk, "curator", id, "undo", Map.of()), "not-yours", "KH-14");
        say(walk, "executor/transport", id, "undo", Map.of()).expectStatus().isOk();
        assertThat(promises(walk, "curator").getFirst().at("/dueOn")).isEqualTo(first.at("/dueOn"));
        Walk.refused(say(walk, "executor/transport", id, "undo", Map.of()), "nothing-to-undo", "KH-14");

        say(walk, "executor/transport", id, "keep", Map.of("note", "Убрали"))
                .expectStatus()
                .isOk();
        time.tick(Duration.ofSeconds(29));
        say(walk, "executor/transport", id, "undo", Map.of()).expectStatus().isOk();
        JsonNode open = promises(walk, "curator").getFirst();
        assertThat(open.at("/status").asString()).isEqualTo("OPEN");
        assertThat(open.at("/answers").size()).isEqualTo(4);
        assertThat(walk.entry("PromiseReopened").at("/title").asString())
                .isEqualTo("Обещание «завтра» снова открыто: ответ отменён");

        say(walk, "executor/transport", id, "withdraw", Map.of("note", "Не срок"))
                .expectStatus()
                .isOk();
        time.tick(Duration.ofSeconds(31));
        Walk.refused(say(walk, "executor/transport", id, "undo", Map.of()), "undo-too-late", "KH-14");
    }

    /** Who moved the day of a promise, who said it is kept, when and why: in its list, in the timeline and in the pack. */
    private static void answersToPromisesAreSeen(Walk walk, LocalDate today) {
        JsonNode answers = promises(walk, "executor/transport").stream()
                .filter(each -> each.at("/status").asString().equals("KEPT"))
                .map(each -> each.at("/answers"))
                .findFirst()
                .orElseThrow();
        assertThat(answers.valueStream())
                .extracting(
                        each -> each.at("/by/role").asString(),
                        each -> each.at("/dueAfter").asString())
                .containsExactly(
                        tuple("executor", today.plusDays(9).toString()),
                        tuple("curator", today.plusDays(9).toString()));
        assertThat(walk.entry("PromiseMoved").at("/title").asString())
                .startsWith("Обещание «завтра» перенесено: было до ")
                .contains(Russian.dateAndYear(today.plusDays(9)));
        assertThat(walk.entry("PromiseMoved").at("/by/id").asString()).isEqualTo("executor.transport");
        assertThat(walk.entry("PromiseMoved").at("/details/note").asString()).isEqualTo("Дожди");
        assertThat(walk.entry("PromiseKept").at("/details/link").asString()).isEqualTo("https://vk.com/wall-1_2");
        assertThat(walk.entry("PromiseWithdrawn").at("/by/role").asString()).isEqualTo("curator");
    }

    @Test
    void answersToPromises_areInThePack_whichTellsWhenTheyWereChanged(@TempDir Path folder) {
        Walk walk = promised("kept", "Дерево уберём завтра.", 1);
        String id = promises(walk, "curator").getFirst().at("/id").asString();
        say(walk, "executor/transport", id, "keep", Map.of("note", "Убрали <b>утром</b>"))
                .expectStatus()
                .isEqualTo(422);
        say(walk, "executor/transport", id, "keep", Map.of("note", "Убрали к восьми"))
                .expectStatus()
                .isOk();

        PackOnDisk pack = PackOnDisk.unpack(
                requireNonNull(walk.pack("curator")
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody()),
                folder);

        assertThat(pack.read("index.html"))
                .contains(
                        "Обещание &laquo;завтра&raquo; отмечено выполненным",
                        "Убрали к восьми",
                        "Имя executor.transport");
        assertThat(pack.verified().said()).startsWith("INTACT");
        pack.edit("timeline.json", told -> told.replace("Убрали к восьми", "Не убрали"));
        assertThat(pack.verified().said()).contains("BROKEN timeline.json");

        forgetRoles(id);
        assertThat(promises(walk, "curator").getFirst().at("/answers/0/by"))
                .as("an answer of before roles were kept")
                .isEqualTo(Json.mapper()
                        .valueToTree(Map.of("id", "executor.transport", "name", "Имя executor.transport", "role", "")));
    }

    private static void forgetRoles(String promise) {
        service.database()
                .sql("update promise_answer set actor = null where promise_id = cast(:id as uuid)")
                .bind("id", promise)
                .then()
                .block(Duration.ofSeconds(5));
    }

    @Test
    void promiseWhoseDayHasCome_isToldOnceForThatDay_unlessItWasAnsweredBefore() {
        Instant before = time.instant();
        try {
            // Another test may have left it days ahead: then tomorrow has come already, before days off.
            time.set(Instant.now());
            Walk walk = promised("told", "Трубу заменим завтра. Асфальт вернём в течение 20 дней.", 2);
            LocalDate today = LocalDate.now(ZoneId.of("Asia/Vladivostok"));
            String id = promises(walk, "curator").getFirst().at("/id").asString();
            String second = promises(walk, "curator").getLast().at("/id").asString();
            assertThat(toldOf(walk)).isEmpty();

            time.tick(Duration.ofDays(15));
            await().until(() -> toldOf(walk).size() == 1);
            assertThat(toldOf(walk).getFirst().at("/promiseId").asString()).isEqualTo(id);
            assertThat(toldOf(walk).getFirst().at("/dueOn").asString())
                    .isEqualTo(today.plusDays(1).toString());
            assertThat(toldOf(walk).getFirst().at("/organ").asString()).isEqualTo(walk.organ("transport"));

            LocalDate moved = today.plusDays(25);
            say(walk, "executor/transport", id, "move", Map.of("note", "Дожди", "dueOn", moved.toString()))
                    .expectStatus()
                    .isOk();
            say(walk, "curator", second, "withdraw", Map.of("note", "Это не срок"))
                    .expectStatus()
                    .isOk();
            time.tick(Duration.ofDays(30));
            await().until(() -> toldOf(walk).size() == 2);
            assertThat(toldOf(walk).getLast().at("/dueOn").asString()).isEqualTo(moved.toString());

            // The look that tells of the next promise has passed by these two.
            Walk next = promised("next", "Дерево уберём завтра.", 1);
            await().until(() -> toldOf(next).size() == 1);
            assertThat(toldOf(walk)).hasSize(2);
        } finally {
            time.set(before);
        }
    }

    /** A reply of Khabarovsk's transport went out that says this. */
    private static Walk promised(String post, String words, int promises) {
        Walk walk = Walk.begin(service, "khabarovsk-krai", post);
        walk.does("curator", "Route", "organ", walk.organ("transport"))
                .does(
                        "executor/transport",
                        "SubmitDraft",
                        "text",
                        "Здравствуйте! " + words + " Телефон 8-4212-00-00-00.")
                .does("curator", "Approve")
                .isPublished("DONE");
        await().untilAsserted(() -> assertThat(promises(walk, "curator")).hasSize(promises));
        return walk;
    }

    private static List<JsonNode> toldOf(Walk walk) {
        return service.lies(Topics.INCIDENTS_PROMISES, walk.id().toString()).stream()
                .map(json -> Json.mapper().readTree(json))
                .toList();
    }

    @Test
    void openApi_namesThePaths() {
        String api = Objects.requireNonNull(service.http
                .get()
                .uri("/api/routing/openapi.json")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());

        assertThat(api)
                .contains(
                        "/api/routing/v1/templates/{id}", "/incidents/{id}/template:fill", "/incidents/{id}/templates")
                .contains("/incidents/{id}/draft.{extension}", "/incidents/{id}/draft:read")
                .contains(
                        "/promises/{id}:keep",
                        "/promises/{id}:move",
                        "/promises/{id}:withdraw",
                        "/promises/{id}:undo",
                        "/incidents/{id}/promises");
    }

    /** The same publication as another event: what is there stays as people left it. Whoever comes after it has seen it taken. */
    private static void tellAgain(Walk walk) {
        String reply = service.database()
                .sql(
                        "select fact ->> 'replyId' as reply from incident_event where incident_id = :id and type = 'ReplyPublished'")
                .bind("id", walk.id())
                .map(row -> String.valueOf(row.get("reply", String.class)))
                .one()
                .block(Duration.ofSeconds(5));
        long before = taken();
        service.tell(new IncidentEvent(
                walk.id(),
                "altai-krai",
                99,
                Instant.now(),
                Actor.SYSTEM,
                new IncidentFact.ReplyPublished(
                        UUID.fromString(String.valueOf(reply)),
                        ReplyKind.FINAL,
                        "https://vk.com/x",
                        Instant.now(),
                        false)));
        await().untilAsserted(() -> assertThat(taken()).isGreaterThan(before));
    }

    /** How many events the reader of promises has taken. */
    private static long taken() {
        Long count = service.database()
                .sql("select count(*) from inbox where consumer = 'routing.promises'")
                .map(row -> row.get(0, Long.class))
                .one()
                .block(Duration.ofSeconds(5));
        return Objects.requireNonNull(count);
    }

    private static List<JsonNode> promises(Walk walk, String seat) {
        return json(send(walk.who(seat), HttpMethod.GET, "/incidents/" + walk.id() + "/promises", null))
                .at("/items")
                .valueStream()
                .toList();
    }

    private static List<String> listed(Walk walk, String seat, String due) {
        return json(send(walk.who(seat), HttpMethod.GET, "/promises?jurisdiction=altai-krai&due=" + due, null))
                .at("/items")
                .valueStream()
                .map(each -> each.at("/words").asString())
                .toList();
    }

    /** By the clause that has people told of promises in Altai Krai. */
    private static JsonNode notTaken(String code, WebTestClient.ResponseSpec response) {
        return Walk.refused(response, code, "AK-18");
    }

    /** The curator says that it is kept, having seen that version. */
    private static WebTestClient.ResponseSpec keepSeen(Walk walk, String promise, String version) {
        return service.http
                .post()
                .uri("/api/routing/v1/promises/" + promise + ":keep")
                .header("Authorization", walk.who("curator"))
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"note\": \"Да\"}")
                .exchange();
    }

    private static WebTestClient.ResponseSpec say(
            Walk walk, String seat, String promise, String what, Map<String, Object> body) {
        return send(walk.who(seat), HttpMethod.POST, "/promises/" + promise + ":" + what, body);
    }

    private static JsonNode fill(Walk walk, String seat, String template) {
        return json(send(
                walk.who(seat),
                HttpMethod.POST,
                "/incidents/" + walk.id() + "/template:fill",
                Map.of("template", template)));
    }

    private static String id(Walk walk, String name) {
        return json(send(walk.who("curator"), HttpMethod.GET, "/templates?jurisdiction=lipetsk-oblast", null))
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/name").asString().equals(name))
                .map(each -> each.at("/id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Walk walk) {
        return json(send(walk.who("curator"), HttpMethod.GET, "/templates?jurisdiction=lipetsk-oblast", null))
                .at("/items")
                .valueStream()
                .map(each -> each.at("/name").asString())
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> before, String name, Object value) {
        Map<String, Object> after = new java.util.LinkedHashMap<>(before);
        after.put(name, value);
        return after;
    }

    private static WebTestClient.ResponseSpec change(
            Walk walk, String seat, String place, String version, Map<String, Object> body) {
        return service.http
                .put()
                .uri("/api/routing/v1" + place)
                .header("Authorization", walk.who(seat))
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Json.mapper().writeValueAsString(body))
                .exchange();
    }

    private static WebTestClient.ResponseSpec delete(Walk walk, String seat, String id, String version) {
        return service.http
                .delete()
                .uri("/api/routing/v1/templates/" + id)
                .header("Authorization", walk.who(seat))
                .header("If-Match", "\"" + version + "\"")
                .exchange();
    }

    private static WebTestClient.ResponseSpec upload(Walk walk, String seat, byte[] file) {
        return service.http
                .post()
                .uri("/api/routing/v1/incidents/{id}/draft:read", walk.id())
                .header("Authorization", walk.who(seat))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .bodyValue(file)
                .exchange();
    }

    private static WebTestClient.ResponseSpec send(
            String who, HttpMethod method, String uri, @org.jspecify.annotations.Nullable Object body) {
        WebTestClient.RequestBodySpec request =
                service.http.method(method).uri("/api/routing/v1" + uri).header("Authorization", who);
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Json.mapper().writeValueAsString(body))
                        .exchange();
    }

    private static void refused(int status, String code, WebTestClient.ResponseSpec response) {
        response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private static JsonNode json(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
