package otklik.routing.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import otklik.contracts.Json;
import otklik.contracts.incident.Screening;
import otklik.regulation.Regulations;
import otklik.regulation.Workflow.CooperationMode;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.PartFact;
import otklik.routing.incident.core.StepFact;

/** What the person who took a step is told of it. */
class FactWordsTest {

    @Test
    void step_isCalledByItsLastFact() {
        assertThat(FactWords.stepTitle(List.of(new StepFact.CompetenceConfirmed("a"), new Fact.WorkStarted("a"))))
                .isEqualTo("Взято в работу");
    }

    /** Facts are read for ever. */
    @Test
    void screenedOutBeforeGroundsWereChosen_isToldInTheWordsOfThen() {
        Fact old = Json.mapper()
                .readValue(
                        "{\"type\":\"Fact$IncidentScreenedOut\",\"screening\":\"judged\",\"reason\":\"реклама\"}",
                        Fact.class);

        assertThat(old).isEqualTo(new Fact.IncidentScreenedOut(Screening.JUDGED, "реклама"));
        assertThat(FactWords.title(old)).isEqualTo("Отсеяно: реклама");
        assertThat(FactWords.clause(old, Regulations.shipped().get("altai-krai")))
                .isEqualTo("AK-17");
    }

    @Test
    void stepThatAsksSeveralOrgans_isCalledThatAndNotByTheOneAskedLast() {
        assertThat(FactWords.stepTitle(List.of(
                        new PartFact.OrgansEngaged(List.of("a", "b"), null, CooperationMode.SEQUENTIAL, null, null),
                        new PartFact.ContributionRequested("a", "А", false),
                        new PartFact.ContributionRequested("b", "Б", false))))
                .isEqualTo("Отвечают несколько органов: 2");
    }

    @Test
    void termSetBesideTheSending_isNotWhatTheStepIsCalled() {
        Fact term = new StepFact.TermSet("a", "А", Instant.EPOCH);

        assertThat(FactWords.stepTitle(List.of(new Fact.IncidentRouted("a", "А", false, null, null), term)))
                .isEqualTo("Направлено: А");
        assertThat(FactWords.stepTitle(List.of(
                        new PartFact.OrgansEngaged(List.of("a", "b"), null, CooperationMode.SEQUENTIAL, null, null),
                        new PartFact.ContributionRequested("a", "А", false),
                        term)))
                .isEqualTo("Отвечают несколько органов: 2");
        assertThat(FactWords.stepTitle(List.of(term))).isEqualTo("Назначен срок ответа: А");
    }
}
