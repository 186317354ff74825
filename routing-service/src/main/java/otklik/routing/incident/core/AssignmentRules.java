package otklik.routing.incident.core;

import java.util.Optional;
import otklik.routing.directory.core.Organ;

/** To whom an incident goes, back it comes, and who takes it (AK-4…AK-7). */
final class AssignmentRules {

    private AssignmentRules() {}

    static Decision route(Incident incident, Command.Route command, Asking asking) {
        String clause = Step.ROUTE.clause(asking.regulation());
        Optional<Organ> organ = asking.directory().find(incident.jurisdiction(), command.organ());
        if (organ.isEmpty()) {
            return Decision.reject(
                    Reason.UNKNOWN_ORGAN,
                    "Органа «%s» нет в справочнике этой территории. Выберите орган из списка."
                            .formatted(command.organ()),
                    clause);
        }
        if (command.organ().equals(incident.organ())) {
            return Decision.reject(
                    Reason.ALREADY_THERE,
                    "Сообщение уже направлено в «%s».".formatted(organ.get().name()),
                    clause);
        }
        return assign(
                organ.get(),
                asking,
                new Fact.IncidentRouted(organ.get().id(), organ.get().name(), false, null));
    }

    private static Decision assign(Organ organ, Asking asking, Fact.IncidentRouted routed) {
        String why = organ.whyNotAssignable();
        return why == null
                ? Decision.accept(routed)
                : Decision.reject(
                        Reason.ORGAN_NOT_READY,
                        "Органу «%s» нельзя направить сообщение: %s. Внесите людей в справочник или выберите другой орган."
                                .formatted(organ.name(), why),
                        Step.ROUTE.clause(asking.regulation()));
    }

    static Decision giveBack(Incident incident, Command.Return command, Asking asking) {
        if (command.reason().isEmpty()) {
            return Decision.reject(
                    Reason.REASON_REQUIRED,
                    "Напишите коротко, почему вопрос не в вашей компетенции и, если знаете, чей он.",
                    Step.RETURN.clause(asking.regulation()));
        }
        return Decision.accept(new Fact.IncidentReturned(String.valueOf(incident.organ()), command.reason()));
    }

    static Decision start(Incident incident) {
        return Decision.accept(new Fact.WorkStarted(String.valueOf(incident.organ())));
    }
}
