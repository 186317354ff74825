package otklik.routing.incident.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Workflow.CooperationMode;
import otklik.routing.incident.core.Cooperation.Part;
import otklik.routing.incident.core.Cooperation.Status;

/** Who takes part, in which order, and who makes the reply of it: set once, and changed on the way (AK-14, VP-21, LP-13, KH-7, LB-5). */
final class EngagementRules {

    private EngagementRules() {}

    /** Who writes parts, and the organ that makes the reply of them where one does. */
    private record Plan(List<String> parts, @Nullable String lead, CooperationMode mode) {

        boolean isParallel() {
            return lead == null;
        }
    }

    static Decision engage(Incident incident, PartCommand.EngageOrgans command, Asking asking) {
        Set<String> named = new LinkedHashSet<>(command.organs());
        if (command.lead() != null) {
            named.add(command.lead());
        }
        if (named.size() < 2) {
            return Decision.reject(
                    Reason.SEVERAL_ORGANS_REQUIRED,
                    "Назовите хотя бы два органа; одному сообщение направляют обычным шагом.",
                    asking.clause(Step.ENGAGE_ORGANS));
        }
        Optional<Decision> refusal = named.stream()
                .flatMap(organ -> AssignmentRules.refusal(organ, incident, Step.ENGAGE_ORGANS, asking).stream())
                .findFirst();
        return refusal.orElseGet(() -> plan(command, asking)
                .map(plan -> (Decision) new Decision.Accepted(facts(incident, plan, asking)))
                .orElseGet(() -> Decision.reject(
                        Reason.LEAD_REQUIRED,
                        "Назовите ведущий орган (lead): он готовит общий ответ.",
                        asking.clause(Step.ENGAGE_ORGANS))));
    }

    private static Optional<Plan> plan(PartCommand.EngageOrgans command, Asking asking) {
        CooperationMode mode = asking.regulation().workflow().cooperation().mode();
        List<String> organs = command.organs().stream().distinct().toList();
        String lead = command.lead();
        return switch (mode) {
            case PARALLEL_CONSOLIDATED_BY_CURATOR, PARALLEL_CONSOLIDATED_BY_CONTROLLER ->
                Optional.of(new Plan(organs, null, mode));
            case SEQUENTIAL_WITH_LEAD ->
                lead == null ? Optional.empty() : Optional.of(new Plan(without(lead, organs), lead, mode));
            case SEQUENTIAL -> {
                String last = lead == null ? organs.getLast() : lead;
                yield Optional.of(new Plan(without(last, organs), last, mode));
            }
        };
    }

    private static List<String> without(String lead, List<String> organs) {
        return organs.stream().filter(organ -> !organ.equals(lead)).toList();
    }

    private static List<Fact> facts(Incident incident, Plan plan, Asking asking) {
        List<Fact> facts = new ArrayList<>();
        Cooperation old = incident.cooperation();
        if (old != null) {
            old.parts().stream()
                    .filter(part -> part.isOpen() && !staysOpen(part, old, plan))
                    .forEach(part -> facts.add(new PartFact.ContributionWithdrawn(part.organ())));
        }
        facts.add(new PartFact.OrgansEngaged(plan.parts(), plan.lead(), plan.mode(), anew(old, plan)));
        Incident after = incident.after(facts);
        if (plan.isParallel()) {
            PartRules.several(after).in(Status.WAITING).forEach(part -> facts.add(request(part.organ(), asking)));
        } else {
            facts.addAll(PartRules.turn(after, asking));
        }
        return facts;
    }

    /** To name an organ that gave its part back is to ask it once more; null if there is none. */
    private static @Nullable List<String> anew(@Nullable Cooperation old, Plan plan) {
        List<String> anew = old == null
                ? List.of()
                : old.in(Status.RETURNED)
                        .map(Part::organ)
                        .filter(plan.parts()::contains)
                        .toList();
        return anew.isEmpty() ? null : anew;
    }

    /** All at once: whoever still takes part. In a sequence: whoever is still the first whose part is not there. */
    private static boolean staysOpen(Part part, Cooperation old, Plan plan) {
        if (plan.isParallel()) {
            return plan.parts().contains(part.organ());
        }
        Optional<String> first = plan.parts().stream()
                .filter(organ -> old.part(organ)
                        .filter(given -> given.status() == Status.ACCEPTED)
                        .isEmpty())
                .findFirst();
        return first.filter(part.organ()::equals).isPresent();
    }

    static PartFact.ContributionRequested request(String organ, Asking asking) {
        return new PartFact.ContributionRequested(
                organ, String.valueOf(asking.directory().name(organ)), false);
    }
}
