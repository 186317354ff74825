package otklik.sla.deadline.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Term;
import otklik.regulation.Trigger;
import otklik.regulation.time.OutsideCalendarException;

/** One step of an incident's clocks in the making: used once, by one thread, and thrown away. */
final class Unfolding {

    private final IncidentClocks before;
    private final Regulation regulation;
    private final Watch watch;
    private final List<IncidentDeadline> deadlines;
    private final List<DeadlineEvent> events = new ArrayList<>();
    private Importance importance;
    private @Nullable String organ;
    private long version;

    Unfolding(IncidentClocks before, Regulation regulation) {
        this.before = before;
        this.regulation = regulation;
        this.watch = new Watch(regulation);
        this.deadlines = new ArrayList<>(before.deadlines());
        this.importance = before.importance();
        this.organ = before.organ();
        this.version = before.version();
    }

    static Importance importance(otklik.contracts.Importance told) {
        return Importance.valueOf(told.name());
    }

    Look look(Instant now) {
        try {
            recount(now);
        } catch (OutsideCalendarException e) {
            // A calendar that reaches less far than the one of yesterday: what was counted stands.
            events.clear();
            Collections.copy(deadlines, before.deadlines());
        }
        pass(now);
        return new Look(after(), events);
    }

    Outcome take(IncidentEvent event, Moment moment, Instant now) {
        Instant upTo = moment.at().isBefore(now) ? moment.at() : now;
        pass(upTo);
        version = event.version();
        if (event.fact() instanceof IncidentFact.IncidentRouted routed) {
            organ = routed.organ();
        }
        end(moment);
        moment.triggers().stream().sorted().forEach(trigger -> start(trigger, moment.at()));
        if (event.fact() instanceof IncidentFact.IncidentReturned) {
            organ = null;
        }
        if (event.fact() instanceof IncidentFact.ClassificationCorrected corrected) {
            importance = importance(corrected.importance());
            recount(moment.at());
        }
        return new Outcome.Taken(after(), events);
    }

    /** Lets time pass: everything that has come by {@code now}, in the order in which it came. */
    private void pass(Instant now) {
        int told = events.size();
        for (int i = 0; i < deadlines.size(); i++) {
            Optional<Tick> tick = watch.next(deadlines.get(i));
            while (tick.isPresent() && tick.get().hasCome(now)) {
                deadlines.set(i, tick.get().after());
                tell(tick.get().after(), tick.get().at(), tick.get().fact());
                tick = watch.next(deadlines.get(i));
            }
        }
        events.subList(told, events.size()).sort(Comparator.comparing(DeadlineEvent::at));
    }

    private void end(Moment moment) {
        for (int i = 0; i < deadlines.size(); i++) {
            IncidentDeadline deadline = deadlines.get(i);
            Optional<Term> term = deadline.isOpen() ? term(deadline) : Optional.empty();
            if (term.isPresent()) {
                deadlines.set(i, ended(deadline, term.get(), moment));
            }
        }
    }

    private IncidentDeadline ended(IncidentDeadline deadline, Term term, Moment moment) {
        if (!Collections.disjoint(term.metBy(), moment.triggers())) {
            boolean late = moment.at().isAfter(deadline.dueAt());
            return end(deadline, late ? Status.MET_LATE : Status.MET, moment.at(), new DeadlineFact.DeadlineMet(late));
        }
        Optional<Trigger> cancelling =
                moment.triggers().stream().filter(term.cancelledBy()::contains).findFirst();
        return cancelling.isEmpty() ? deadline : cancel(deadline, moment.at(), CancelReasons.of(cancelling.get()));
    }

    private IncidentDeadline cancel(IncidentDeadline deadline, Instant at, String reason) {
        return end(deadline, Status.CANCELLED, at, new DeadlineFact.DeadlineCancelled(reason));
    }

    private IncidentDeadline end(IncidentDeadline deadline, Status status, Instant at, DeadlineFact fact) {
        tell(deadline, at, fact);
        return deadline.ended(status, at);
    }

    /** Whatever happened in between (screened out, restored), what runs from detection runs from detection, unless it was done. */
    private void start(Trigger trigger, Instant at) {
        Instant from = trigger == Trigger.DETECTED ? before.detectedAt() : at;
        for (Term term : regulation.startedBy(trigger, importance, Set.of())) {
            if (trigger != Trigger.DETECTED || !isMet(term.stage())) {
                supersede(term.stage(), at);
                set(term, from, at);
            }
        }
    }

    private boolean isMet(String stage) {
        return deadlines.stream()
                .anyMatch(deadline ->
                        deadline.stage().equals(stage) && deadline.status().isMet());
    }

    /** A clock that is started again while it runs counts from the new start only: another organ, another round. */
    private void supersede(String stage, Instant at) {
        deadlines.replaceAll(deadline -> deadline.isOpen() && deadline.stage().equals(stage)
                ? cancel(deadline, at, CancelReasons.STARTED_ANEW)
                : deadline);
    }

    private void set(Term term, Instant from, Instant at) {
        Instant dueAt = regulation.dueAt(term, importance, from);
        IncidentDeadline deadline = new IncidentDeadline(
                term.stage(), term.clause(), importance, organ, version, from, dueAt, Status.OPEN, 0, 0, null);
        deadlines.add(deadline);
        tell(deadline, at, new DeadlineFact.DeadlineSet(regulation.sentence(term, importance, from, dueAt)));
    }

    /** Counts the open deadlines again from their original starts; what comes out the same stays as it is. */
    private void recount(Instant at) {
        for (int i = 0; i < deadlines.size(); i++) {
            IncidentDeadline deadline = deadlines.get(i);
            Optional<Term> term =
                    deadline.isOpen() ? regulation.findTerm(deadline.stage(), importance) : Optional.empty();
            if (term.isPresent()) {
                deadlines.set(i, recounted(deadline, term.get(), at));
            }
        }
    }

    private IncidentDeadline recounted(IncidentDeadline deadline, Term term, Instant at) {
        Instant dueAt = regulation.dueAt(term, importance, deadline.startedAt());
        if (dueAt.equals(deadline.dueAt())) {
            return deadline;
        }
        IncidentDeadline moved = deadline.movedTo(dueAt, importance);
        String why = regulation.sentence(term, importance, deadline.startedAt(), dueAt);
        tell(moved, at, new DeadlineFact.DeadlineMoved(deadline.dueAt(), why));
        return moved;
    }

    private void tell(IncidentDeadline deadline, Instant at, DeadlineFact fact) {
        Optional<Term> term = term(deadline);
        events.add(new DeadlineEvent(
                before.incidentId(),
                before.jurisdiction(),
                deadline.id(before.incidentId()),
                deadline.stage(),
                term.map(Term::title).orElse(deadline.stage()),
                deadline.clause(),
                holder(deadline, term),
                deadline.startedAt(),
                deadline.dueAt(),
                at,
                version,
                fact));
    }

    /** The organ whose deadline it is; the curator's and the controller's own deadlines are no organ's. */
    private @Nullable String holder(IncidentDeadline deadline, Optional<Term> term) {
        boolean organs = term.map(Term::owner).map(Watch::isOfAnOrgan).orElse(true);
        String own = deadline.organ();
        return !organs ? null : own != null ? own : organ;
    }

    private Optional<Term> term(IncidentDeadline deadline) {
        return regulation.findTerm(deadline.stage(), deadline.importance());
    }

    private IncidentClocks after() {
        @Nullable
        Instant lookAt = deadlines.stream()
                .flatMap(deadline -> watch.next(deadline).stream())
                .map(Tick::lookAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new IncidentClocks(
                before.incidentId(),
                before.jurisdiction(),
                before.revision(),
                importance,
                before.detectedAt(),
                organ,
                version,
                deadlines,
                lookAt);
    }
}
