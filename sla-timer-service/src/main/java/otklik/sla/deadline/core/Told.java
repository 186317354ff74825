package otklik.sla.deadline.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.regulation.Circumstance;
import otklik.regulation.Regulation;
import otklik.regulation.Role;
import otklik.regulation.Russian;
import otklik.regulation.Term;
import otklik.regulation.Workflow;

/** What one step tells, in the order in which it comes about: used once, by one thread. */
final class Told {

    private final IncidentClocks of;
    private final Regulation regulation;
    private final Terms terms;
    private final List<DeadlineEvent> events = new ArrayList<>();

    Told(IncidentClocks of, Regulation regulation, Terms terms) {
        this.of = of;
        this.regulation = regulation;
        this.terms = terms;
    }

    List<DeadlineEvent> events() {
        return events;
    }

    int mark() {
        return events.size();
    }

    void nothing() {
        events.clear();
    }

    void sortSince(int mark) {
        events.subList(mark, events.size()).sort(Comparator.comparing(DeadlineEvent::at));
    }

    void tell(IncidentDeadline deadline, @Nullable String organNow, Instant at, long version, DeadlineFact fact) {
        Optional<Term> term = terms.of(deadline);
        String concerns = deadline.organ() != null ? deadline.organ() : organNow;
        Optional<Role> owner = term.map(Term::owner).map(role -> owner(role, concerns));
        boolean organs = owner.map(Role::isOfAnOrgan).orElse(true);
        events.add(new DeadlineEvent(
                of.incidentId(),
                of.jurisdiction(),
                deadline.id(of.incidentId()),
                deadline.stage(),
                term.map(Term::title).orElse(deadline.stage()),
                deadline.clause(),
                organs ? concerns : null,
                deadline.startedAt(),
                deadline.dueAt(),
                at,
                version,
                fact,
                owner.map(role -> role.name().toLowerCase(Locale.ROOT)).orElse(null),
                concerns,
                tellAt(fact, at)));
    }

    /** What an organ would owe owes whoever puts the parts together, where several organs answer at once (KH-13, LB-5). */
    private Role owner(Role owner, @Nullable String concerns) {
        boolean isCommon =
                concerns == null && owner.isOfAnOrgan() && of.circumstances().contains(Circumstance.SEVERAL_ORGANS);
        return isCommon ? terms.consolidator().orElse(owner) : owner;
    }

    /** The proof of an end that whoever sends back set. */
    String endOfRework(Term term, Instant dueAt) {
        return "Срок — " + Russian.dateAndTime(dueAt, regulation.zone()) + ": назначен при возврате на доработку ("
                + Russian.clause(term.clause()) + ")";
    }

    /** The proof of an end that a person set where the regulation has no figure. */
    String endOfAnswer(Term term, Instant dueAt) {
        Workflow.Step setBy = regulation.workflow().act(Workflow.Act.SET_TERM).orElseThrow();
        return "Срок — " + Russian.dateAndTime(dueAt, regulation.zone()) + ": назначен решением «"
                + regulation.profile().roles().getOrDefault(setBy.by(), Watch.wire(setBy.by())) + "» ("
                + Russian.clause(term.clause()) + ")";
    }

    /** The proof of an end that a person named in place of the regulation's own, which is later. */
    String shortened(Instant dueAt, Instant own) {
        Workflow.Shortening rule = requireNonNull(regulation.workflow().shortening());
        return "Срок — " + Russian.dateAndTime(dueAt, regulation.zone()) + ": сокращён решением «"
                + regulation.profile().roles().getOrDefault(rule.by(), Watch.wire(rule.by())) + "» ("
                + Russian.clause(rule.clause()) + "), иначе был бы "
                + Russian.dateAndTime(own, regulation.zone());
    }

    private @Nullable Instant tellAt(DeadlineFact fact, Instant at) {
        return switch (fact) {
            case DeadlineFact.DeadlineWarned ignored ->
                regulation.quietUntil(at).orElse(null);
            case DeadlineFact.DeadlineBreached ignored ->
                regulation.quietUntil(at).orElse(null);
            case DeadlineFact.DeadlineEscalated ignored ->
                regulation.quietUntil(at).orElse(null);
            case DeadlineFact other -> null;
        };
    }
}
