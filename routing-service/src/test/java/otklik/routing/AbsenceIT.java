package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import otklik.contracts.Topics;
import otklik.testkit.Clause;
import otklik.testkit.SettableTime;
import otklik.testkit.TestDatabase;
import otklik.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

/** Executors stand in for one another: the work moves by itself when the day comes, and back when it is over. */
class AbsenceIT {

    private static final String TOWN = "vyatskie-polyany";
    private static final SettableTime TIME = SettableTime.at("2026-11-20T10:00:00+03:00");

    private static final String CURATOR = TestIssuer.bearer("curator.vyatskie", "curator@" + TOWN);
    private static final String EXECUTOR =
            TestIssuer.bearer("executor.roads.vyatskie", "executor@" + TOWN + "/" + TOWN + ".roads");
    private static final String SUBSTITUTE =
            TestIssuer.bearer("executor.vyatskie", "executor@" + TOWN + "/" + TOWN + ".housing");

    private static final String SUPERVISOR = TestIssuer.bearer("supervisor.vyatskie", "supervisor@" + TOWN);

    private static RoutingUnderTest service;

    @BeforeAll
    static void start() {
        service = new RoutingUnderTest(TestDatabase.fresh("absences"), TIME);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Clause({"VP-6", "LP-5"})
    void work_movesToTheSubstituteByItselfAndBack() {
        Walk walk = Walk.begin(service, TOWN, "away", TIME.instant());
        walk.does("curator", "Route", "organ", walk.organ("roads"));
        note(EXECUTOR, "executor.roads.vyatskie", "executor.vyatskie", "2026-11-23", "2026-11-24")
                .expectStatus()
                .isCreated();
        start(walk, SUBSTITUTE, 403);

        TIME.tick(Duration.ofDays(3));
        assertThat(mine(SUBSTITUTE)).contains(walk.id().toString());
        start(walk, SUBSTITUTE, 200);
        JsonNode by = walk.entry("WorkStarted").at("/by");
        assertThat(by.at("/id").asString()).isEqualTo("executor.vyatskie");
        assertThat(by.at("/actingFor").asString()).isEqualTo("executor.roads.vyatskie");

        TIME.tick(Duration.ofDays(2));
        assertThat(mine(SUBSTITUTE)).doesNotContain(walk.id().toString());
        assertThat(mine(EXECUTOR)).contains(walk.id().toString());
    }

    @Test
    @Clause({"VP-6", "LP-5"})
    void curatorsWork_movesToTheSubstituteToo_andTheTrailNamesBoth() {
        String today =
                LocalDate.ofInstant(TIME.instant(), ZoneId.of("Europe/Moscow")).toString();
        Walk walk = Walk.begin(service, TOWN, "curator-away", TIME.instant());
        route(walk, 403);
        assertThat(mine(SUPERVISOR)).doesNotContain(walk.id().toString());

        String absence = created(note(CURATOR, "curator.vyatskie", "supervisor.vyatskie", today, today));
        assertThat(mine(SUPERVISOR)).contains(walk.id().toString());
        route(walk, 200);
        JsonNode by = walk.entry("IncidentRouted").at("/by");
        assertThat(by.at("/id").asString()).isEqualTo("supervisor.vyatskie");
        assertThat(by.at("/role").asString()).isEqualTo("curator");
        assertThat(by.at("/actingFor").asString()).isEqualTo("curator.vyatskie");

        end(absence);
        route(walk, 403);
    }

    @Test
    @Clause("VP-6")
    void absenceAboveTheOrgans_isNotedByTheOfficialOrAnEqual_notFromBelow() {
        note(EXECUTOR, "curator.vyatskie", "executor.roads.vyatskie", "2028-01-11", "2028-01-12")
                .expectStatus()
                .isForbidden();
        note(CURATOR, "supervisor.vyatskie", "curator.vyatskie", "2028-01-11", "2028-01-12")
                .expectStatus()
                .isForbidden();
        note(SUPERVISOR, "supervisor.vyatskie", "curator.vyatskie", "2028-01-11", "2028-01-12")
                .expectStatus()
                .isCreated();
        String another = TestIssuer.bearer("curator2.vyatskie", "curator@" + TOWN);
        note(another, "curator.vyatskie", "executor.housing.vyatskie", "2028-02-11", "2028-02-12")
                .expectStatus()
                .isEqualTo(422);
        note(another, "curator.vyatskie", "executor.vyatskie", "2028-02-11", "2028-02-12")
                .expectStatus()
                .isCreated();
        JsonNode officials = Objects.requireNonNull(service.get(EXECUTOR, "/api/routing/v1/organs?jurisdiction=" + TOWN)
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .at("/officials");
        assertThat(officials.valueStream().map(each -> each.at("/id").asString()))
                .containsExactly("curator.vyatskie", "supervisor.vyatskie", "leader.vyatskie");
    }

    private static String created(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                        .isCreated()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .at("/id")
                .asString();
    }

    private static void end(String absence) {
        service.http
                .delete()
                .uri("/api/routing/v1/absences/{id}", absence)
                .header("Authorization", CURATOR)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private static void route(Walk walk, int status) {
        service.command(SUPERVISOR, walk.id(), "{\"type\":\"Route\",\"organ\":\"%s\"}".formatted(walk.organ("roads")))
                .expectStatus()
                .isEqualTo(status);
    }

    @Test
    @Clause("VP-6")
    void badAbsences_areRefused() {
        refused("unknown-person", "nobody", "executor.vyatskie", "2027-01-11", "2027-01-12");
        refused("same-person", "executor.vyatskie", "executor.vyatskie", "2027-01-11", "2027-01-12");
        refused("unknown-substitute", "executor.vyatskie", "executor.altai", "2027-01-11", "2027-01-12");
        refused("bad-dates", "executor.vyatskie", "executor.roads.vyatskie", "2027-01-12", "2027-01-11");
        refused("already-over", "executor.vyatskie", "executor.roads.vyatskie", "2025-01-11", "2025-01-12");
        note(CURATOR, "executor.vyatskie", "executor.roads.vyatskie", "2027-02-01", "2027-02-10")
                .expectStatus()
                .isCreated();
        refused("overlaps", "executor.vyatskie", "executor.education.vyatskie", "2027-02-05", "2027-02-12");
        refused("substitute-away", "executor.education.vyatskie", "executor.vyatskie", "2027-02-05", "2027-02-12");
        refused("stands-in", "executor.roads.vyatskie", "executor.education.vyatskie", "2027-02-05", "2027-02-12");
        note(SUBSTITUTE, "executor.education.vyatskie", "executor.vyatskie", "2027-03-01", "2027-03-02")
                .expectStatus()
                .isForbidden();
    }

    @Test
    @Clause({"VP-6", "LP-5"})
    void absence_isToldToTheOthers_andForgottenWhenItIsOver() {
        String id = created(note(
                CURATOR, "executor.education.vyatskie", "executor.improvement.vyatskie", "2027-05-03", "2027-05-04"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.lies(Topics.REFERENCE_ABSENCES, id).size() == 1);
        assertThat(service.lies(Topics.REFERENCE_ABSENCES, id).getFirst())
                .contains("\"person\":\"executor.education.vyatskie\"")
                .contains("\"substitute\":\"executor.improvement.vyatskie\"")
                .contains("\"startsAt\":\"2027-05-02T21:00:00Z\"")
                .contains("\"endsAt\":\"2027-05-04T21:00:00Z\"");

        end(id);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            List<@Nullable String> told = service.lies(Topics.REFERENCE_ABSENCES, id);
            return told.size() > 1 && told.getLast() == null;
        });
    }

    private static void refused(String code, String person, String substitute, String from, String to) {
        note(CURATOR, person, substitute, from, to)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.clause")
                .isEqualTo("VP-6");
    }

    private static WebTestClient.ResponseSpec note(
            String who, String person, String substitute, String from, String to) {
        return service.http
                .post()
                .uri("/api/routing/v1/absences")
                .header("Authorization", who)
                .header("Content-Type", "application/json")
                .bodyValue("""
                        {"jurisdiction":"%s","person":"%s","substitute":"%s","from":"%s","to":"%s","reason":"VACATION"}""".formatted(TOWN, person, substitute, from, to))
                .exchange();
    }

    private static void start(Walk walk, String who, int status) {
        service.command(who, walk.id(), "{\"type\":\"StartWork\"}")
                .expectStatus()
                .isEqualTo(status);
    }

    private static String mine(String who) {
        return Objects.requireNonNull(service.get(who, "/api/routing/v1/incidents?queue=mine&limit=200")
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .toString();
    }
}
