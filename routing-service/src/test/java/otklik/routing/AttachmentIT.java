package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.routing.attachment.TestFiles;
import otklik.testkit.Clause;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

/** Files of replies through the API, from the upload to what the publisher may fetch. */
class AttachmentIT {

    private static final String TEXT = "Здравствуйте! Яму заделали 15 декабря, результат на фото.";
    private static final String ALL = "/api/routing/v1/incidents/{id}/attachments";
    private static final String ONE = ALL + "/{file}/content";

    private static RoutingUnderTest service;

    @BeforeAll
    static void start() {
        service = new RoutingUnderTest(TestDatabase.fresh("attachments"));
    }

    @AfterAll
    static void stop() {
        service.replaysEverything();
        service.close();
    }

    @Test
    @Clause("AK-16")
    void photo_goesWithTheDraftToTheApprovedReply_andStaysInTheTrail() throws Exception {
        Walk walk = routed("road");
        JsonNode photo = uploaded(walk, "executor/transport", TestFiles.photoWithPlace(), "двор.jpg");

        walk.does("executor/transport", "SubmitDraft", "text", TEXT, "attachments", List.of(id(photo)))
                .shows("/draft/attachments/0/name", "двор.jpg")
                .shows("/draft/attachments/0/sha256", photo.at("/sha256").asString())
                .does("curator", "Approve");

        String fact = walk.entry("ReplyApproved").at("/details/attachments/0").toString();
        assertThat(fact)
                .contains(photo.at("/id").asString(), photo.at("/sha256").asString(), "\"kind\":\"photo\"");
        assertThat(walk.entry("DraftSubmitted").at("/title").asString()).contains("вложений: 1");
        walk.isPublished("DONE");
        assertThat(evidence(walk))
                .contains("двор.jpg", photo.at("/sha256").asString())
                .doesNotContain("Exif");
    }

    @Test
    @Clause("LB-9")
    void photo_isGivenOutWithoutWhereItWasTaken() {
        Walk walk = routed("place");
        JsonNode photo = uploaded(walk, "executor/transport", TestFiles.photoWithPlace(), "двор.jpg");

        byte[] content = content(walk.who("curator"), walk, id(photo))
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/jpeg")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();

        assertThat(Objects.requireNonNull(content)).hasSize(photo.at("/size").asInt());
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    @Clause("LB-9")
    void document_isGivenOutWithoutItsAuthor_andASignedOneIsNotTaken() {
        Walk walk = routed("author");
        JsonNode plan = uploaded(walk, "executor/transport", TestFiles.pdfWithAuthor(), "план.pdf");

        byte[] content = content(walk.who("curator"), walk, id(plan))
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();

        assertThat(new String(TestFiles.pdfWithAuthor(), StandardCharsets.ISO_8859_1))
                .contains("xmpmeta");
        assertThat(new String(Objects.requireNonNull(content), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF")
                .doesNotContain("Ivanovskaya", "xmpmeta", "Exif");
        refused(upload(walk, "executor/transport", TestFiles.signedPdf(), "приказ.pdf"), 422, "attachment-signed");
        assertThat(list(walk)).containsExactly(id(plan));
    }

    @ParameterizedTest
    @CsvSource({
        "altai-krai, transport, ON_APPROVAL",
        "vyatskie-polyany, roads, ON_AGREEMENT",
        "khabarovsk-krai, transport, ON_APPROVAL",
        "barnaul-leninsky, housing, ON_AGREEMENT",
        "lipetsk-oblast, roads, ON_AGREEMENT"
    })
    @Clause({"AK-16", "VP-12", "KH-9", "LB-9", "LP-16"})
    void whoeverAgreesOrApproves_seesTheFilesOfTheDraft(String jurisdiction, String organ, String state) {
        Walk walk = Walk.begin(service, jurisdiction, "seen");
        walk.does(jurisdiction.startsWith("barnaul") ? "controller" : "curator", "Route", "organ", walk.organ(organ));
        String executor = "executor/" + organ;
        JsonNode photo = uploaded(walk, executor, TestFiles.png(), "схема.png");
        JsonNode plan = uploaded(walk, executor, TestFiles.pdf(), "график.pdf");

        walk.does(executor, "SubmitDraft", "text", TEXT, "urgent", true, "attachments", List.of(id(plan), id(photo)))
                .is(state);

        JsonNode seen = walk.card(state.equals("ON_AGREEMENT") ? "responsible/" + organ : "curator")
                .at("/draft/attachments");
        assertThat(seen.valueStream().map(file -> file.at("/id").asString())).containsExactly(id(plan), id(photo));
        assertThat(seen.valueStream().map(file -> file.at("/kind").asString())).containsExactly("document", "photo");
    }

    @Test
    @Clause("VP-18")
    void curator_takesAFileAwayAndTheDifferenceIsKept() {
        Walk walk = Walk.begin(service, "vyatskie-polyany", "edit");
        walk.does("curator", "Route", "organ", walk.organ("roads"));
        JsonNode photo = uploaded(walk, "responsible/roads", TestFiles.png(), "лица.png");
        walk.does("responsible/roads", "SubmitDraft", "text", TEXT, "urgent", true, "attachments", List.of(id(photo)))
                .mayNot(
                        "curator",
                        "nothing-changed",
                        "VP-18",
                        "EditDraft",
                        "text",
                        TEXT,
                        "attachments",
                        List.of(id(photo)))
                .does("curator", "EditDraft", "text", TEXT + " Спасибо!")
                .shows("/draft/attachments/0/name", "лица.png");
        JsonNode other = uploaded(walk, "curator", TestFiles.pdf(), "план.pdf");

        walk.does("curator", "EditDraft", "text", TEXT, "attachments", List.of(id(other)))
                .shows("/draft/attachments/0/name", "план.pdf")
                .does("curator", "EditDraft", "text", TEXT, "attachments", List.of())
                .shows("/draft/attachments/0/name", "")
                .does("curator", "Approve");

        assertThat(walk.entry("ReplyApproved").at("/details/attachments").isMissingNode())
                .isTrue();
    }

    @Test
    @Clause({"LP-13", "LP-16"})
    void filesOfAPart_areSeenByTheOthersOnceItIsGiven_andTakenOverIntoTheCommonReply() throws Exception {
        Walk walk = Walk.begin(service, "lipetsk-oblast", "part-files");
        walk.does(
                "curator",
                "EngageOrgans",
                "organs",
                List.of(walk.organ("health"), walk.organ("ecology"), walk.organ("roads")));
        refused(upload(walk, "executor/ecology", TestFiles.png(), "рано.png"), 403, "not-yours");
        JsonNode photo = uploaded(walk, "executor/health", TestFiles.photoWithPlace(), "палата.jpg");
        JsonNode loose = uploaded(walk, "executor/health", TestFiles.pdf(), "лишнее.pdf");
        walk.mayNot(
                        "executor/health",
                        "unknown-attachment",
                        "LP-13",
                        "Contribute",
                        "text",
                        "Часть",
                        "attachments",
                        List.of(UUID.randomUUID()))
                .does("executor/health", "Contribute", "text", "Часть", "attachments", List.of(id(photo)));
        assertThat(partFiles(walk, "responsible/health")).containsExactly("палата.jpg");
        assertThat(partFiles(walk, "executor/ecology")).isEmpty();
        content(walk.who("executor/ecology"), walk, id(photo)).expectStatus().isNotFound();
        content(walk.who("responsible/health"), walk, id(photo)).expectStatus().isOk();
        assertThat(list(walk, "executor/ecology")).isEmpty();

        walk.does("responsible/health", "AgreeContribution");

        assertThat(partFiles(walk, "executor/ecology")).containsExactly("палата.jpg");
        content(walk.who("executor/ecology"), walk, id(photo)).expectStatus().isOk();
        content(walk.who("executor/ecology"), walk, id(loose)).expectStatus().isNotFound();
        assertThat(list(walk, "executor/ecology")).containsExactly(id(photo));
        refused(remove(walk, "executor/ecology", id(loose)), 403, "not-yours");
        walk.does("responsible/ecology", "Contribute", "text", "Часть природы")
                .does("responsible/roads", "SubmitDraft", "text", TEXT, "attachments", List.of(id(photo)))
                .shows("/draft/attachments/0/sha256", photo.at("/sha256").asString())
                .does("curator", "Approve", "checked", List.of("greeting", "grammar", "questions"))
                .isPublished("DONE");
        JsonNode given = walk.entry("ContributionSubmitted");
        assertThat(given.at("/title").asString()).isEqualTo("Орган дал свою часть ответа, вложений: 1");
        assertThat(given.at("/details/attachments/0/id").asString()).isEqualTo(id(photo));
        refused(remove(walk, "responsible/roads", id(photo)), 409, "wrong-state");
        assertThat(evidence(walk)).contains(photo.at("/sha256").asString(), "Орган дал свою часть ответа, вложений: 1");
    }

    private static List<String> partFiles(Walk walk, String seat) {
        return walk.card(seat)
                .at("/several/parts/0/attachments")
                .valueStream()
                .map(file -> file.at("/name").asString())
                .toList();
    }

    @Test
    void program_getsTheFilesOfAnApprovedReply_andNoOthers() {
        Walk walk = routed("program");
        String sent = id(uploaded(walk, "executor/transport", TestFiles.png(), "сделано.png"));
        String loose = id(uploaded(walk, "executor/transport", TestFiles.pdf(), "лишнее.pdf"));
        String publisher = TestIssuer.bearer("publisher", "integration@*");
        walk.does("executor/transport", "SubmitDraft", "text", TEXT, "attachments", List.of(sent));
        content(publisher, walk, sent).expectStatus().isForbidden();

        walk.does("curator", "Approve");

        content(publisher, walk, sent).expectStatus().isOk();
        content(publisher, walk, loose).expectStatus().isForbidden();
        content(TestIssuer.bearer("p", "integration@lipetsk-oblast"), walk, sent)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void onlyWhoMayDraft_bringsFiles_andOnlyWhileTheDraftIsBeingWorkedAt() {
        Walk walk = routed("who");
        refused(upload(walk, "executor/housing", TestFiles.png(), "а.png"), 403, "not-yours");
        refused(upload(walk, "observer", TestFiles.png(), "а.png"), 403, "not-yours");

        walk.does("executor/transport", "SubmitDraft", "text", TEXT);

        refused(upload(walk, "executor/transport", TestFiles.png(), "а.png"), 409, "wrong-state");
        assertThat(list(walk)).isEmpty();
        service.get(walk.who("executor/housing"), ALL, walk.id()).expectStatus().isForbidden();
    }

    @Test
    void fileThatIsNotWhatItSays_isRefusedAndNothingIsKept() {
        Walk walk = routed("unfit");

        Walk.refused(upload(walk, "executor/transport", TestFiles.pdf(), "фото.jpg"), "attachment-mismatch", "AK-9");
        refused(
                upload(walk, "executor/transport", TestFiles.pictureBomb(), "фото.png"),
                422,
                "attachment-too-many-pixels");
        refused(upload(walk, "executor/transport", new byte[0], "фото.png"), 422, "attachment-damaged");

        assertThat(list(walk)).isEmpty();
        assertThat(count("select count(*) from attachment where incident_id = '" + walk.id() + "'"))
                .isZero();
    }

    @Test
    void fileOfADraftThatWasTakenBack_staysAndMayBeSentAgain() {
        Walk walk = routed("undone");
        String sent = id(uploaded(walk, "executor/transport", TestFiles.png(), "сделано.png"));
        walk.does("executor/transport", "SubmitDraft", "text", TEXT, "attachments", List.of(sent))
                .does("executor/transport", "Undo")
                .shows("/draft/text", "");

        refused(remove(walk, sent), 409, "attachment-in-use");
        walk.does("executor/transport", "SubmitDraft", "text", TEXT, "attachments", List.of(sent))
                .shows("/draft/attachments/0/name", "сделано.png");
    }

    @Test
    void looseFile_isTakenAway_aSentOneStays() {
        Walk walk = routed("remove");
        String loose = id(uploaded(walk, "executor/transport", TestFiles.pdf(), "лишнее.pdf"));
        String sent = id(uploaded(walk, "executor/transport", TestFiles.png(), "сделано.png"));

        remove(walk, loose).expectStatus().isNoContent();
        remove(walk, loose).expectStatus().isNotFound();
        walk.does("executor/transport", "SubmitDraft", "text", TEXT, "attachments", List.of(sent))
                .does("curator", "RequestRework", "reasons", List.of("substance"));

        refused(remove(walk, sent), 409, "attachment-in-use");
        assertThat(count("select count(*) from attachment_bytes where attachment_id = '" + loose + "'"))
                .isZero();
        assertThat(list(walk)).containsExactly(sent);
    }

    @Test
    void draft_namesOnlyFilesOfItsIncident_andNoMoreThanTheNetworkTakes() {
        Walk walk = routed("names");
        Walk other = routed("names-other");
        String foreign = id(uploaded(other, "executor/transport", TestFiles.png(), "чужое.png"));
        String one = id(uploaded(walk, "executor/transport", TestFiles.png(), "1.png"));
        String two = id(uploaded(walk, "executor/transport", TestFiles.pdf(), "2.pdf"));
        String three = id(uploaded(walk, "executor/transport", TestFiles.film(), "3.mp4"));

        walk.mayNot(
                        "executor/transport",
                        "unknown-attachment",
                        "AK-9",
                        "SubmitDraft",
                        "text",
                        TEXT,
                        "attachments",
                        List.of(foreign))
                .mayNot(
                        "executor/transport",
                        "unknown-attachment",
                        "AK-9",
                        "SubmitDraft",
                        "text",
                        TEXT,
                        "attachments",
                        List.of(one, one))
                .mayNot(
                        "executor/transport",
                        "too-many-attachments",
                        "AK-9",
                        "SubmitDraft",
                        "text",
                        TEXT,
                        "attachments",
                        List.of(one, two, three));
    }

    @Test
    void sameFileAgain_isTheOneThatIsThere() {
        Walk walk = routed("again");
        JsonNode first = uploaded(walk, "executor/transport", TestFiles.photoWithPlace(), "двор.jpg");
        JsonNode again = uploaded(walk, "executor/transport", TestFiles.photoWithPlace(), "двор.jpg");

        assertThat(id(again)).isEqualTo(id(first));
        assertThat(list(walk)).containsExactly(id(first));
    }

    /** Rows as uploads leave them that died, and one that nobody named for longer than a month. */
    @Test
    void whatDeadUploadsLeft_isClearedAwayByTheNext() {
        Walk walk = routed("leftover");
        String old = id(uploaded(walk, "executor/transport", TestFiles.pdf(), "старое.pdf"));
        execute("update attachment set uploaded_at = now() - interval '31 days' where id = '" + old + "'");
        execute("""
                insert into attachment (id, incident_id, kind, name, media_type, size, sha256, uploaded_at, uploaded_by, uploaded_by_name)
                values ('%s', '%s', 'photo', 'x.png', 'image/png', 1, 'ab', now() - interval '2 hours', 'p', 'P')""".formatted(UUID.randomUUID(), walk.id()));

        String fresh = id(uploaded(walk, "executor/transport", TestFiles.png(), "новое.png"));

        assertThat(list(walk)).containsExactly(fresh);
        assertThat(count("select count(*) from attachment where incident_id = '" + walk.id() + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from attachment_bytes where attachment_id = '" + old + "'"))
                .isZero();
    }

    private static Walk routed(String post) {
        Walk walk = Walk.begin(service, "altai-krai", "attachment-" + post);
        return walk.does("curator", "Route", "organ", walk.organ("transport"));
    }

    private static WebTestClient.ResponseSpec upload(Walk walk, String seat, byte[] bytes, String name) {
        return service.http
                .post()
                .uri(ALL + "?name={name}", walk.id(), name)
                .header("Authorization", walk.who(seat))
                .header("Content-Type", "application/octet-stream")
                .bodyValue(bytes)
                .exchange();
    }

    private static JsonNode uploaded(Walk walk, String seat, byte[] bytes, String name) {
        return Objects.requireNonNull(upload(walk, seat, bytes, name)
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    private static void refused(WebTestClient.ResponseSpec answer, int status, String code) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private static WebTestClient.ResponseSpec content(String bearer, Walk walk, String file) {
        return service.get(bearer, ONE, walk.id(), file);
    }

    private static WebTestClient.ResponseSpec remove(Walk walk, String file) {
        return remove(walk, "executor/transport", file);
    }

    private static WebTestClient.ResponseSpec remove(Walk walk, String seat, String file) {
        return service.http
                .delete()
                .uri(ALL + "/{file}", walk.id(), file)
                .header("Authorization", walk.who(seat))
                .exchange();
    }

    private static List<String> list(Walk walk) {
        return list(walk, "curator");
    }

    private static List<String> list(Walk walk, String seat) {
        JsonNode items = Objects.requireNonNull(service.get(walk.who(seat), ALL, walk.id())
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
        return items.at("/items").valueStream().map(AttachmentIT::id).toList();
    }

    private static String id(JsonNode file) {
        return file.at("/id").asString();
    }

    private static long count(String sql) {
        return Objects.requireNonNull(service.database()
                .sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block(java.time.Duration.ofSeconds(5)));
    }

    private static void execute(String sql) {
        service.database().sql(sql).then().block(java.time.Duration.ofSeconds(5));
    }

    private static String evidence(Walk walk) throws Exception {
        byte[] zip = Objects.requireNonNull(
                service.get(walk.who("curator"), "/api/routing/v1/incidents/{id}/evidence.zip", walk.id())
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody());
        StringBuilder all = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals("index.html") || entry.getName().equals("facts.jsonl")) {
                    all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }
}
