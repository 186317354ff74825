package otklik.routing.incident.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import otklik.contracts.Channel;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.Screening;
import otklik.regulation.Regulation;
import otklik.regulation.Workflow;
import otklik.routing.assignment.core.Chosen;
import otklik.routing.directory.core.Organ;

/** How an incident comes to be: registered, and at once screened out or, when the rules are sure enough, sent to an organ (AK-6, AK-17). */
public final class Registration {

    private Registration() {}

    /** An incident that has no facts yet. */
    public static Incident blank(IncidentDetected detected, String number) {
        return new Incident(
                detected.incidentId(),
                detected.jurisdiction(),
                number,
                0,
                State.NEW,
                detected.post().channel(),
                detected.url(),
                Map.copyOf(detected.address()),
                detected.detectedAt(),
                detected.classification(),
                null,
                null,
                null,
                null,
                0,
                null,
                Marks.NONE);
    }

    /** Where the regulation names who passes incidents on, the system does not do it for that person (LB-4). */
    public static boolean isPassedOnByAPerson(Regulation regulation) {
        return regulation.workflow().act(Workflow.Act.DISPATCH).isPresent();
    }

    /**
     * The facts with which an incident begins.
     *
     * @param chosen the organ to which the system may send it by itself
     */
    public static List<Fact> facts(IncidentDetected detected, String number, Optional<Chosen> chosen) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.IncidentRegistered(
                number,
                detected.post().channel(),
                detected.kind(),
                detected.url(),
                detected.classification(),
                detected.detectedAt(),
                Sha256.of(detected.text()),
                detected.jurisdiction(),
                Sha256.of(detected.address())));
        Screening screening = detected.classification().screening();
        if (screening.passes()) {
            chosen.ifPresent(organ -> facts.add(routed(organ, detected.post().channel())));
        } else {
            facts.add(new Fact.IncidentScreenedOut(screening, null));
        }
        return facts;
    }

    /** Sent by the system itself. */
    static Fact.IncidentRouted routed(Chosen chosen, Channel channel) {
        Organ organ = chosen.organ();
        return new Fact.IncidentRouted(organ.id(), organ.name(), true, chosen.rule(), organ.hasAccount(channel));
    }
}
