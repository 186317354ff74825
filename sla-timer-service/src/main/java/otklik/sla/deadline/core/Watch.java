package otklik.sla.deadline.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import otklik.contracts.sla.DeadlineFact;
import otklik.regulation.Duty;
import otklik.regulation.Escalation;
import otklik.regulation.Regulation;
import otklik.regulation.Role;
import otklik.regulation.Term;
import otklik.regulation.time.OutsideCalendarException;

/** What time makes of deadlines under one regulation: warnings at shares of the term, then the end, then the ladder. */
final class Watch {

    private static final Map<Regulation, Watch> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    private final Regulation regulation;
    private final Terms terms;
    private final LastSafe lastSafe;

    private Watch(Regulation regulation) {
        this.regulation = regulation;
        this.terms = new Terms(regulation);
        this.lastSafe = new LastSafe(regulation);
    }

    static Watch under(Regulation regulation) {
        return KNOWN.computeIfAbsent(regulation, Watch::new);
    }

    /** Empty for a deadline that has ended, stands on top of the ladder, or whose term the profile no longer has. */
    Optional<Tick> next(IncidentDeadline deadline) {
        if (!deadline.isOpen()) {
            return Optional.empty();
        }
        if (deadline.status() == Status.BREACHED) {
            return escalation(deadline);
        }
        return terms.of(deadline)
                .map(term -> term.duty() == Duty.WINDOW ? lapse(deadline) : warningOrBreach(deadline, term));
    }

    private static Tick lapse(IncidentDeadline deadline) {
        return new Tick(deadline.dueAt(), true, new DeadlineFact.DeadlineLapsed(), deadline.lapsed(deadline.dueAt()));
    }

    private Tick warningOrBreach(IncidentDeadline deadline, Term term) {
        List<Warning> warnings = warnings(deadline, term);
        if (deadline.warned() < warnings.size()) {
            Warning warning = warnings.get(deadline.warned());
            return new Tick(warning.at, false, warning.fact, deadline.afterWarning());
        }
        return new Tick(deadline.dueAt(), true, new DeadlineFact.DeadlineBreached(), deadline.afterBreach());
    }

    private record Warning(Instant at, DeadlineFact.DeadlineWarned fact) {}

    /** Shares of the term, and for the reply as a whole the last safe moment, in order of time. */
    private List<Warning> warnings(IncidentDeadline deadline, Term term) {
        List<Warning> warnings = new ArrayList<>();
        for (int percent : regulation.profile().warnings()) {
            Instant at = regulation.warnedAt(term, deadline.startedAt(), deadline.dueAt(), percent);
            warnings.add(new Warning(at, new DeadlineFact.DeadlineWarned(percent)));
        }
        Instant safe = lastSafe.before(deadline, term);
        if (safe != null) {
            int percent = regulation.percentSpent(term, deadline.startedAt(), deadline.dueAt(), safe);
            warnings.add(new Warning(safe, new DeadlineFact.DeadlineWarned(percent, true)));
            warnings.sort(Comparator.comparing(Warning::at));
        }
        return warnings;
    }

    private Optional<Tick> escalation(IncidentDeadline deadline) {
        List<Escalation> ladder = ladder(deadline);
        Escalation step = step(ladder, deadline.escalated());
        Instant at = step == null ? null : reachedAt(step, deadline.dueAt());
        if (step == null || at == null) {
            return Optional.empty();
        }
        Escalation next = step(ladder, deadline.escalated() + 1);
        DeadlineFact fact = new DeadlineFact.DeadlineEscalated(
                wire(step.role()),
                next == null ? null : wire(next.role()),
                next == null ? null : reachedAt(next, deadline.dueAt()));
        return Optional.of(new Tick(at, at.equals(deadline.dueAt()), fact, deadline.afterEscalation()));
    }

    /** A curator's delay is no concern of the organ's people: its ladder begins above them. */
    private List<Escalation> ladder(IncidentDeadline deadline) {
        boolean organs =
                terms.of(deadline).map(term -> term.owner().isOfAnOrgan()).orElse(true);
        return regulation.escalations().stream()
                .filter(step -> organs || !step.role().isOfAnOrgan())
                .toList();
    }

    private static @Nullable Escalation step(List<Escalation> ladder, int index) {
        return index < ladder.size() ? ladder.get(index) : null;
    }

    /** Null where no calendar is decreed that far: the step is taken up when one is, see {@link IncidentClocks#look}. */
    private @Nullable Instant reachedAt(Escalation step, Instant breachedAt) {
        try {
            return regulation.escalatedAt(step, breachedAt);
        } catch (OutsideCalendarException e) {
            return null;
        }
    }

    static String wire(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
