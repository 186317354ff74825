package otklik.routing.incident.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import otklik.regulation.InterimRule;
import otklik.regulation.Regulation;
import otklik.routing.assignment.core.Chosen;

/** What the system does by itself on the day before days off: passes the incident on, and gives its author an interim reply (VP-10). */
public final class InterimRules {

    /** Where the author still waits for a first word. An approved reply is on its way: it is looked at again when that has come out. */
    private static final Set<State> WAITING = EnumSet.of(
            State.NEW,
            State.RETURNED,
            State.ROUTED,
            State.IN_WORK,
            State.ON_AGREEMENT,
            State.ON_APPROVAL,
            State.REWORK);

    private InterimRules() {}

    /** States in which an interim reply can be due, in the order of the walk. */
    public static Set<State> waiting() {
        return EnumSet.copyOf(WAITING);
    }

    /**
     * What comes about when an interim reply is due; empty where it no longer makes sense: the author has had a reply, or work has begun
     * again and the words about days off would be wrong.
     *
     * @param incident in one of {@link #waiting()}
     * @param chosen the organ to which the system may send it by itself
     * @param newId of the reply
     */
    public static List<Fact> facts(
            Incident incident,
            Regulation regulation,
            InterimRule rule,
            Instant dueAt,
            Instant now,
            Optional<Chosen> chosen,
            UUID newId) {
        boolean useful = now.isBefore(rule.uselessFrom(dueAt, regulation.office()));
        if (!useful || !WAITING.contains(incident.state()) || hasHeardFromUs(incident)) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>(passOn(incident, rule, chosen));
        facts.add(new StepFact.InterimGiven(
                newId,
                rule.clause(),
                rule.words(dueAt, regulation.office()),
                ApprovalRules.isPostedByTheSystem(incident, regulation)));
        return facts;
    }

    private static boolean hasHeardFromUs(Incident incident) {
        Incident.Reply reply = incident.reply();
        return incident.marks().interim() != null
                || (reply != null && reply.status() == Incident.Reply.Status.PUBLISHED);
    }

    private static List<Fact> passOn(Incident incident, InterimRule rule, Optional<Chosen> chosen) {
        if (incident.state() != State.NEW && incident.state() != State.RETURNED) {
            return List.of();
        }
        return incident.state() == State.NEW
                ? List.of(chosen.<Fact>map(organ -> Registration.routed(organ, incident.channel()))
                        .orElseGet(() -> new StepFact.PassOnDue(rule.clause())))
                : List.of(new StepFact.PassOnDue(rule.clause()));
    }

    static Decision published(Incident incident, StepCommand.RecordInterim command, Asking asking) {
        Incident.Reply interim = incident.marks().interim();
        if (interim == null) {
            throw new IllegalStateException("possible without an interim reply");
        }
        return PublicationRules.isLink(command.url())
                ? Decision.accept(
                        new StepFact.InterimPublished(interim.id(), command.url(), asking.now(), true, null, null))
                : PublicationRules.noLink(asking.clause(Step.RECORD_INTERIM));
    }
}
