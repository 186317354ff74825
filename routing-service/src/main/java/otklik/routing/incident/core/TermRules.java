package otklik.routing.incident.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Grant;
import otklik.regulation.Workflow;
import otklik.regulation.Workflow.Act;
import otklik.routing.incident.core.Cooperation.Part;

/**
 * When what an organ owes is due, where the regulation leaves that to a person (LB-5): beside the sending, or by a step of its own, as often as
 * needed. The clock is the sla-timer's.
 */
final class TermRules {

    private static final Duration FARTHEST = Duration.ofDays(366);

    private TermRules() {}

    static Decision set(Incident incident, StepCommand.SetTerm command, Asking asking) {
        String clause = asking.clause(Step.SET_TERM);
        Instant dueAt = command.dueAt();
        if (dueAt == null) {
            return toCome("ответа", clause);
        }
        List<String> organs = writers(incident).stream()
                .filter(organ -> command.organ().isEmpty() || organ.equals(command.organ()))
                .toList();
        return untimely(dueAt, "ответа", asking, clause)
                .orElseGet(() -> organs.isEmpty()
                        ? Decision.reject(
                                Reason.UNKNOWN_PART, "Этот орган сейчас не готовит ответ: выберите другой.", clause)
                        : new Decision.Accepted(set(organs, dueAt, asking)));
    }

    /** Why a term that is named beside another step cannot be set. */
    static Optional<Decision> refusal(@Nullable Instant dueAt, Asking asking, Grant grant, Step step) {
        if (dueAt == null) {
            return Optional.empty();
        }
        Optional<Workflow.Step> setter = asking.regulation()
                .workflow()
                .act(Act.SET_TERM)
                .filter(act -> act.by().name().equals(grant.role().name()));
        return setter.isEmpty()
                ? Optional.of(Decision.reject(
                        Reason.TERM_NOT_YOURS,
                        "Срок ответа органа назначает регламент, а не тот, кто направляет.",
                        asking.clause(step)))
                : untimely(dueAt, "ответа", asking, setter.get().clause());
    }

    /** These facts, and that whoever is asked by them has to be done by then; others that write already keep what they have. */
    static List<Fact> with(@Nullable Instant dueAt, List<Fact> facts, Asking asking) {
        List<Fact> all = new ArrayList<>(facts);
        if (dueAt != null) {
            all.addAll(set(facts.stream().flatMap(TermRules::asked).distinct().toList(), dueAt, asking));
        }
        return all;
    }

    private static Stream<String> asked(Fact fact) {
        return switch (fact) {
            case Fact.IncidentRouted routed -> Stream.of(routed.organ());
            case PartFact.ContributionRequested requested -> Stream.of(requested.organ());
            default -> Stream.empty();
        };
    }

    /** The organs that are to write now, or to amend what they wrote. */
    static List<String> writers(Incident incident) {
        Cooperation several = incident.cooperation();
        Stream<String> parts = several == null
                ? Stream.empty()
                : several.parts().stream()
                        .filter(part -> switch (part.status()) {
                            case ASKED, PROPOSED, REWORK -> true;
                            case WAITING, SUBMITTED, ACCEPTED, RETURNED -> false;
                        })
                        .map(Part::organ);
        Stream<String> whole = isWritten(incident.state()) ? Stream.ofNullable(incident.organ()) : Stream.empty();
        return Stream.concat(whole, parts).distinct().toList();
    }

    private static boolean isWritten(State state) {
        return switch (state) {
            case ROUTED, IN_WORK, ON_AGREEMENT, REWORK, AWAITING_FINAL, AWAITING_AUTHOR -> true;
            case NEW, SCREENED_OUT, RETURNED, ON_APPROVAL, APPROVED, NO_REACTION, DONE -> false;
        };
    }

    private static List<Fact> set(List<String> organs, Instant dueAt, Asking asking) {
        return organs.stream()
                .map(organ -> (Fact) new StepFact.TermSet(
                        organ, String.valueOf(asking.directory().name(organ)), dueAt))
                .toList();
    }

    /** An end that a person sets is still to come, and is no slip of the hand in the year. */
    static Optional<Decision> untimely(@Nullable Instant dueAt, String ofWhat, Asking asking, @Nullable String clause) {
        return dueAt != null
                        && dueAt.isAfter(asking.now())
                        && !dueAt.isAfter(asking.now().plus(FARTHEST))
                ? Optional.empty()
                : Optional.of(toCome(ofWhat, clause));
    }

    private static Decision toCome(String ofWhat, @Nullable String clause) {
        return Decision.reject(
                Reason.TERM_REQUIRED,
                "Назначьте срок %s: дату и время в будущем, не дальше чем через год.".formatted(ofWhat),
                clause);
    }
}
