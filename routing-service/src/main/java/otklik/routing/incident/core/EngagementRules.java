package otklik.routing.incident.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Grant;
import otklik.regulation.Workflow.Act;
import otklik.regulation.Workflow.CooperationMode;
import otklik.routing.incident.core.Cooperation.Part;
import otklik.routing.incident.core.Cooperation.Status;

/** Who takes part, in which order, and who makes the reply of it: set once, and changed on the way (AK-14, VP-21, LP-13, KH-7, LB-5). */
final class EngagementRules {

    private EngagementRules() {}

    /**
     * Who writes parts, and the organ that makes the reply of them where one does.
     *
     * @param anew whose part is asked for once more, though it was given or given back
     */
    private record Plan(List<String> parts, @Nullable String lead, CooperationMode mode, List<String> anew) {

        boolean isParallel() {
            return lead == null;
        }
    }

    static Decision engage(Incident incident, PartCommand.EngageOrgans command, Asking asking, Grant grant) {
        Set<String> named = new LinkedHashSet<>(command.organs());
        if (command.lead() != null) {
            named.add(command.lead());
        }
        return tooFew(named, incident, asking)
                .or(() -> strangers(command, asking))
                .or(() -> named.stream()
                        .flatMap(organ -> AssignmentRules.refusal(organ, incident, Step.ENGAGE_ORGANS, asking).stream())
                        .findFirst())
                .or(() -> TermRules.refusal(command.dueAt(), asking, grant, Step.ENGAGE_ORGANS))
                .orElseGet(() -> plan(incident, command, asking)
                        .map(plan -> (Decision) new Decision.Accepted(
                                TermRules.with(command.dueAt(), facts(incident, plan, asking), asking)))
                        .orElseGet(() -> Decision.reject(
                                Reason.LEAD_REQUIRED,
                                "Назовите ведущий орган (lead): он готовит общий ответ.",
                                asking.clause(Step.ENGAGE_ORGANS))));
    }

    /** Where all work at once and some gave their part back, one may be left. */
    private static Optional<Decision> tooFew(Set<String> named, Incident incident, Asking asking) {
        int atLeast = incident.isPartWithoutOrgan() ? 1 : 2;
        return named.size() >= atLeast
                ? Optional.empty()
                : Optional.of(Decision.reject(
                        Reason.SEVERAL_ORGANS_REQUIRED,
                        atLeast == 1
                                ? "Назовите орган, часть ответа которого нужна."
                                : "Назовите хотя бы два органа; одному сообщение направляют обычным шагом.",
                        asking.clause(Step.ENGAGE_ORGANS)));
    }

    private static Optional<Decision> strangers(PartCommand.EngageOrgans command, Asking asking) {
        return command.anew() == null || command.organs().containsAll(command.anew())
                ? Optional.empty()
                : Optional.of(Decision.reject(
                        Reason.UNKNOWN_PART,
                        "Ещё раз спросить (anew) можно только органы, которые названы в organs.",
                        asking.clause(Step.ENGAGE_ORGANS)));
    }

    private static Optional<Plan> plan(Incident incident, PartCommand.EngageOrgans command, Asking asking) {
        CooperationMode mode = asking.regulation().workflow().cooperation().mode();
        List<String> organs = command.organs().stream().distinct().toList();
        String lead = command.lead();
        List<String> anew = anew(incident, command);
        return switch (mode) {
            case PARALLEL_CONSOLIDATED_BY_CURATOR, PARALLEL_CONSOLIDATED_BY_CONTROLLER ->
                Optional.of(new Plan(organs, null, mode, anew));
            case SEQUENTIAL_WITH_LEAD ->
                lead == null ? Optional.empty() : Optional.of(new Plan(without(lead, organs), lead, mode, anew));
            case SEQUENTIAL -> {
                String last = lead == null ? organs.getLast() : lead;
                yield Optional.of(new Plan(without(last, organs), last, mode, anew));
            }
        };
    }

    /** To name an organ that gave its part back is to ask it once more; those that gave it are asked once more as the command says. */
    private static List<String> anew(Incident incident, PartCommand.EngageOrgans command) {
        Cooperation old = incident.cooperation();
        if (old == null) {
            return List.of();
        }
        boolean isOver = old.isComplete() && (incident.state() == State.REWORK || incident.isFinalDue());
        List<String> wanted = Objects.requireNonNullElse(command.anew(), isOver ? command.organs() : List.of());
        return old.parts().stream()
                .filter(part ->
                        part.status() == Status.RETURNED || (part.isHandedOver() && wanted.contains(part.organ())))
                .map(Part::organ)
                .filter(command.organs()::contains)
                .toList();
    }

    private static List<String> without(String lead, List<String> organs) {
        return organs.stream().filter(organ -> !organ.equals(lead)).toList();
    }

    private static List<Fact> facts(Incident incident, Plan plan, Asking asking) {
        List<Fact> facts = new ArrayList<>();
        Cooperation old = incident.cooperation();
        if (old != null) {
            old.parts().stream()
                    .filter(part -> isWithdrawn(part, old, plan, asking))
                    .forEach(part -> facts.add(new PartFact.ContributionWithdrawn(part.organ())));
        }
        List<String> anew = plan.anew().stream().filter(plan.parts()::contains).toList();
        facts.add(new PartFact.OrgansEngaged(
                plan.parts(),
                plan.lead(),
                plan.mode(),
                anew.isEmpty() ? null : anew,
                completes(plan, incident) ? true : null));
        Incident after = incident.after(facts);
        if (plan.isParallel()) {
            PartRules.several(after).in(Status.WAITING).forEach(part -> facts.add(request(part.organ(), asking)));
        } else {
            facts.addAll(PartRules.turn(after, asking));
        }
        return facts;
    }

    /** Whether nothing is awaited any more, though it was: the missing parts, or the draft of the one organ that had the incident (KH-13). */
    private static boolean completes(Plan plan, Incident incident) {
        Cooperation old = incident.cooperation();
        return old != null
                && plan.isParallel()
                && (incident.organ() != null || !old.isComplete())
                && plan.parts().stream()
                        .allMatch(organ -> !plan.anew().contains(organ)
                                && old.part(organ)
                                        .filter(part -> part.status() == Status.ACCEPTED)
                                        .isPresent());
    }

    /**
     * Whether what runs for that part is over: nobody writes it, agrees it or judges it any more, or it is written anew. Of a part that was
     * accepted only the head of its body may still have to say whose it is (LB-5), of one that is left out nobody has to.
     */
    private static boolean isWithdrawn(Part part, Cooperation old, Plan plan, Asking asking) {
        return switch (part.status()) {
            case WAITING, RETURNED -> false;
            case ASKED, PROPOSED, REWORK -> !staysThere(part, old, plan);
            case SUBMITTED -> !staysThere(part, old, plan) || plan.anew().contains(part.organ());
            case ACCEPTED ->
                !plan.parts().contains(part.organ())
                        && part.isToBeChecked()
                        && asking.regulation()
                                .workflow()
                                .act(Act.CONFIRM_COMPETENCE)
                                .isPresent();
        };
    }

    /** All at once: whoever still takes part. In a sequence: whoever is still the first whose part is not there. */
    private static boolean staysThere(Part part, Cooperation old, Plan plan) {
        if (plan.isParallel()) {
            return plan.parts().contains(part.organ());
        }
        Optional<String> first = plan.parts().stream()
                .filter(organ -> plan.anew().contains(organ)
                        || old.part(organ)
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
