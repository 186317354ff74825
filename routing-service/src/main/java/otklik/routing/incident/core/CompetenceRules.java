package otklik.routing.incident.core;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import otklik.contracts.access.Grant;

/**
 * The head of a body says that a question is theirs (LB-5). The clause gives the head thirty working minutes and forbids nobody to begin
 * meanwhile: work goes on unchecked, and the check that was not made shows as a missed term of the head.
 */
final class CompetenceRules {

    /** Whoever takes these takes the question for theirs. */
    private static final Set<Step> TAKING_ON = EnumSet.of(Step.START_WORK, Step.CONTRIBUTE, Step.SUBMIT_DRAFT);

    private CompetenceRules() {}

    static Decision confirm(Grant grant) {
        return Decision.accept(new StepFact.CompetenceConfirmed(String.valueOf(grant.organ())));
    }

    /** A head who takes the work on in person has looked whose it is, and need not say so once more. An executor does not check for the head. */
    static Decision confirmedBy(Step step, Incident incident, Asking asking, Grant grant, Decision decision) {
        return decision instanceof Decision.Accepted taken
                        && TAKING_ON.contains(step)
                        && Step.CONFIRM_COMPETENCE.isPossible(incident, asking.regulation())
                        && Step.CONFIRM_COMPETENCE.seats(incident, asking.regulation()).stream()
                                .anyMatch(seat -> seat.role() == grant.role()
                                        && seat.organ() != null
                                        && seat.organ().equals(grant.organ()))
                ? new Decision.Accepted(withConfirmation(taken.facts(), grant))
                : decision;
    }

    private static List<Fact> withConfirmation(List<Fact> facts, Grant grant) {
        List<Fact> all = new ArrayList<>();
        all.add(new StepFact.CompetenceConfirmed(String.valueOf(grant.organ())));
        all.addAll(facts);
        return all;
    }
}
