package otklik.routing.incident.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Grant;
import otklik.regulation.Workflow;
import otklik.regulation.Workflow.Act;
import otklik.routing.directory.core.Organ;

/** To whom an incident goes, back it comes, and who takes it (AK-4…AK-7). */
final class AssignmentRules {

    private AssignmentRules() {}

    static Decision route(Incident incident, Command.Route command, Asking asking, Grant grant) {
        Optional<Decision> refusal = refusal(command.organ(), incident, Step.ROUTE, asking)
                .or(() -> TermRules.refusal(command.dueAt(), asking, grant, Step.ROUTE));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Organ organ = asking.directory().find(command.organ()).orElseThrow();
        if (command.organ().equals(incident.organ())) {
            return Decision.reject(
                    Reason.ALREADY_THERE,
                    "Сообщение уже направлено в «%s».".formatted(organ.name()),
                    asking.clause(Step.ROUTE));
        }
        List<Fact> facts = new ArrayList<>(PartRules.leaveTo(incident, organ.id()));
        facts.add(routed(organ, incident));
        return new Decision.Accepted(TermRules.with(command.dueAt(), facts, asking));
    }

    static Fact.IncidentRouted routed(Organ organ, Incident incident) {
        return new Fact.IncidentRouted(organ.id(), organ.name(), false, null, organ.hasAccount(incident.channel()));
    }

    /** Why that organ cannot be sent this incident. */
    static Optional<Decision> refusal(String id, Incident incident, Step step, Asking asking) {
        Optional<Organ> organ = asking.directory().find(incident.jurisdiction(), id);
        if (organ.isEmpty()) {
            return Optional.of(Decision.reject(
                    Reason.UNKNOWN_ORGAN,
                    "Органа «%s» нет в справочнике этой территории. Выберите орган из списка.".formatted(id),
                    asking.clause(step)));
        }
        String why = organ.get().whyNotAssignable();
        return why == null
                ? Optional.empty()
                : Optional.of(Decision.reject(
                        Reason.ORGAN_NOT_READY,
                        "Органу «%s» нельзя направить сообщение: %s. Внесите людей в справочник или выберите другой орган."
                                .formatted(organ.get().name(), why),
                        asking.regulation()
                                .workflow()
                                .act(Act.STAFF)
                                .map(Workflow.Step::clause)
                                .orElseGet(() -> asking.clause(step))));
    }

    /** The organ that has it, unless it has nobody any more who could go on (AK-5): then somebody has to send it elsewhere. */
    static @Nullable String stillReady(Incident incident, Asking asking) {
        String organ = incident.organ();
        return organ != null && refusal(organ, incident, Step.REOPEN, asking).isEmpty() ? organ : null;
    }

    static Decision giveBack(Incident incident, Command.Return command, Asking asking, Grant grant) {
        if (command.reason().isEmpty()) {
            return Decision.reject(
                    Reason.REASON_REQUIRED,
                    "Напишите коротко, почему вопрос не в вашей компетенции и, если знаете, чей он.",
                    asking.clause(Step.RETURN));
        }
        String organ = String.valueOf(grant.organ());
        return organ.equals(incident.organ())
                ? Decision.accept(new Fact.IncidentReturned(organ, command.reason()))
                : PartRules.giveBack(incident, organ, command.reason(), asking);
    }

    static Decision start(Incident incident) {
        return Decision.accept(new Fact.WorkStarted(String.valueOf(incident.organ())));
    }
}
