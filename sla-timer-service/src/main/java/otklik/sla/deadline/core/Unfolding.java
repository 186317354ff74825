package otklik.sla.deadline.core;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.sla.DeadlineFact;
import otklik.contracts.sla.TimeSpent;
import otklik.regulation.Circumstance;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Term;
import otklik.regulation.Trigger;
import otklik.regulation.time.OutsideCalendarException;

/** One step of an incident's clocks in the making: used once, by one thread, and thrown away. */
final class Unfolding {

    private static final int LONGEST_STEP = 200;

    private final IncidentClocks before;
    private final Regulation regulation;
    private final Watch watch;
    private final Terms terms;
    private final List<IncidentDeadline> deadlines;
    private final Set<Circumstance> circumstances = EnumSet.noneOf(Circumstance.class);
    private final Told told;
    private Importance importance;
    private @Nullable String organ;
    private long version;
    private Ledger ledger;
    private @Nullable Instant shortenedTo;
    private List<Remembered> earlier;

    Unfolding(IncidentClocks before, Regulation regulation) {
        this.before = before;
        this.regulation = regulation;
        this.watch = Watch.under(regulation);
        this.terms = new Terms(regulation);
        this.told = new Told(before, regulation, terms);
        this.deadlines = new ArrayList<>(before.deadlines());
        this.circumstances.addAll(before.circumstances());
        this.importance = before.importance();
        this.organ = before.organ();
        this.version = before.version();
        this.ledger = before.ledger();
        this.shortenedTo = before.shortenedTo();
        this.earlier = before.earlier();
    }

    static Importance importance(otklik.contracts.Importance told) {
        return Importance.valueOf(told.name());
    }

    Look look(Instant now) {
        try {
            recount(now);
        } catch (OutsideCalendarException e) {
            // A calendar that reaches less far than the one of yesterday: what was counted stands.
            told.nothing();
            Collections.copy(deadlines, before.deadlines());
        }
        pass(now);
        return new Look(after(), told.events());
    }

    Outcome take(IncidentEvent event, Moment moment, Instant now) {
        pass(moment.at().isBefore(now) ? moment.at() : now);
        version = event.version();
        remember(event);
        ledger = new Handover(ledger, organ, moment.at(), regulation.time()).after(event.fact());
        learn(event.fact());
        if (event.fact() instanceof IncidentFact.OrgansEngaged) {
            swap(moment.at());
        }
        end(moment, event.fact());
        if (event.fact() instanceof IncidentFact.OrgansEngaged) {
            organ = null;
        }
        moment.starts().stream().sorted().forEach(trigger -> start(trigger, moment, event.fact()));
        if (isTakenFromItsOrgan(event.fact())) {
            organ = null;
        }
        handOn(event.fact(), moment.at());
        if (event.fact() instanceof IncidentFact.ClassificationCorrected corrected) {
            importance = importance(corrected.importance());
            recount(moment.at());
        }
        if (event.fact() instanceof IncidentFact.TermShortened shortened) {
            shortenedTo = shortened.dueAt().truncatedTo(ChronoUnit.MICROS);
            recount(moment.at());
        }
        if (event.fact() instanceof IncidentFact.TermSet set) {
            setAnew(set, moment.at());
        }
        return new Outcome.Taken(after(), told.events(), spent(moment.at()));
    }

    /**
     * The last step is taken back: what it started is void, what it ended is due again, and whoever held the incident has held it all
     * along. Time is let pass once more, for what would have come meanwhile.
     */
    Outcome undo(
            IncidentEvent event, IncidentFact.StepUndone undone, Remembered remembered, Moment moment, Instant now) {
        Instant until = moment.at().isBefore(now) ? moment.at() : now;
        pass(until);
        version = event.version();
        organ = remembered.organ();
        ledger = remembered.ledger();
        circumstances.clear();
        circumstances.addAll(remembered.circumstances());
        earlier = List.of();
        for (int i = 0; i < deadlines.size(); i++) {
            deadlines.set(i, undone(deadlines.get(i), undone.backTo(), moment.at()));
        }
        boolean moved = importance != remembered.importance() || !Objects.equals(shortenedTo, remembered.shortenedTo());
        if (importance != remembered.importance()) {
            deadlines.replaceAll(deadline -> ranOutByTheStep(deadline) ? deadline.unwarned() : deadline);
            importance = remembered.importance();
        }
        shortenedTo = remembered.shortenedTo();
        if (moved) {
            moveBack(remembered.at(), moment.at());
        }
        pass(until);
        return new Outcome.Taken(after(), told.events(), null);
    }

    private IncidentDeadline undone(IncidentDeadline deadline, long backTo, Instant at) {
        if (deadline.startedBy() > backTo) {
            return deadline.status() == Status.CANCELLED ? deadline : cancel(deadline, at, CancelReasons.UNDONE);
        }
        if (deadline.endedBy() <= backTo) {
            return deadline;
        }
        IncidentDeadline open = deadline.reopened();
        DeadlineFact fact = new DeadlineFact.DeadlineReopened(open.warned() > 0, open.status() == Status.BREACHED);
        told.tell(open, organ, at, version, fact);
        return open;
    }

    /** A window that the step had shortened, if its time was over by that. */
    private boolean ranOutByTheStep(IncidentDeadline deadline) {
        return deadline.status() == Status.LAPSED && deadline.importance() == importance;
    }

    /** Terms that the step had moved: as they were when it was taken, with what had been told by then and nothing told since. */
    private void moveBack(Instant step, Instant at) {
        List<IncidentDeadline> moved = List.copyOf(deadlines);
        recount(at);
        for (int i = 0; i < deadlines.size(); i++) {
            if (!deadlines.get(i).dueAt().equals(moved.get(i).dueAt())) {
                deadlines.set(i, asOf(step, deadlines.get(i).unwarned()));
                tellHowItStands(deadlines.get(i), at);
            }
        }
    }

    private IncidentDeadline asOf(Instant then, IncidentDeadline unwarned) {
        IncidentDeadline deadline = unwarned;
        Optional<Tick> tick = watch.next(deadline);
        while (tick.isPresent() && tick.get().hasCome(then)) {
            deadline = tick.get().after();
            tick = watch.next(deadline);
        }
        return deadline;
    }

    private void tellHowItStands(IncidentDeadline deadline, Instant at) {
        boolean breached = deadline.status() == Status.BREACHED;
        if (breached || deadline.warned() > 0) {
            told.tell(deadline, organ, at, version, new DeadlineFact.DeadlineReopened(deadline.warned() > 0, breached));
        }
    }

    /** Facts of one step come about at one instant. What the system does nobody takes back. */
    private void remember(IncidentEvent event) {
        if (event.by().equals(Actor.SYSTEM)) {
            earlier = List.of();
            return;
        }
        Instant at = event.at();
        List<Remembered> ofThisStep = before.earlier().stream()
                .filter(remembered -> remembered.at().equals(at))
                .toList();
        // A clock that stands still makes one step of all; no step has that many facts.
        int tooMany = Math.max(0, ofThisStep.size() - LONGEST_STEP);
        earlier = Stream.concat(ofThisStep.stream().skip(tooMany), Stream.of(Remembered.of(before, at)))
                .toList();
    }

    /** Whoever had it, has it no more, but is told of what begins with that; who gets it next, another fact says. */
    private static boolean isTakenFromItsOrgan(IncidentFact fact) {
        return switch (fact) {
            case IncidentFact.IncidentReturned ignored -> true;
            case IncidentFact.ReturnedToCurator ignored -> true;
            case IncidentFact.IncidentScreenedOut ignored -> true;
            case IncidentFact.NoReactionDecided ignored -> true;
            case IncidentFact other -> false;
        };
    }

    /**
     * What runs for an organ that no longer has it: the final reply after an interim one is the next one's to give, by the same end; what the
     * organ was to do itself it need not do any more.
     */
    private void handOn(IncidentFact fact, Instant at) {
        String former = before.organ();
        if (former == null || former.equals(organ)) {
            return;
        }
        String why = fact instanceof IncidentFact.OrgansEngaged engaged && isEngaged(former, engaged)
                ? CancelReasons.STARTED_ANEW
                : CancelReasons.WITHDRAWN;
        for (IncidentDeadline deadline : List.copyOf(deadlines)) {
            Optional<Term> term = former.equals(deadline.organ()) && deadline.isOpen() && deadline.startedBy() < version
                    ? terms.of(deadline)
                    : Optional.empty();
            boolean isOfAFinalReply = term.isPresent() && Terms.isOfAFinalReply(term.get());
            if (isOfAFinalReply && circumstances.contains(Circumstance.AFTER_INTERIM)) {
                deadlines.set(deadlines.indexOf(deadline), cancel(deadline, at, CancelReasons.HANDED_ON));
                set(term.orElseThrow(), organ, deadline.startedAt(), at);
            } else if (isOfAFinalReply || (term.isPresent() && Terms.isOfTheOrganItself(term.get()))) {
                deadlines.set(deadlines.indexOf(deadline), cancel(deadline, at, why));
            }
        }
    }

    private static boolean isEngaged(String organ, IncidentFact.OrgansEngaged engaged) {
        return engaged.organs().contains(organ) || organ.equals(engaged.lead());
    }

    /** What the fact says of the incident itself. */
    private void learn(IncidentFact fact) {
        switch (fact) {
            case IncidentFact.IncidentRouted routed -> {
                organ = routed.organ();
                know(Circumstance.NO_ACCOUNT, Boolean.FALSE.equals(routed.hasAccount()));
                know(Circumstance.SEVERAL_ORGANS, false);
            }
            case IncidentFact.IncidentReopened reopened -> {
                organ = reopened.organ();
                know(Circumstance.SEVERAL_ORGANS, false);
            }
            // Where they work at once, one that is left is still one of several: whoever puts the parts together
            // answers.
            case IncidentFact.OrgansEngaged engaged -> {
                know(
                        Circumstance.SEVERAL_ORGANS,
                        engaged.lead() == null || engaged.organs().size() > 1);
                know(Circumstance.NO_ACCOUNT, false);
            }
            case IncidentFact.ReplyPublished published ->
                know(
                        Circumstance.AFTER_INTERIM,
                        published.kind() == ReplyKind.INTERIM
                                || (published.kind() == ReplyKind.CLARIFICATION
                                        && circumstances.contains(Circumstance.AFTER_INTERIM)));
            case IncidentFact other -> {}
        }
    }

    private void know(Circumstance circumstance, boolean holds) {
        if (holds) {
            circumstances.add(circumstance);
        } else {
            circumstances.remove(circumstance);
        }
    }

    /** Only where the fact took it out of everybody's hands. */
    private @Nullable TimeSpent spent(Instant at) {
        boolean ended = ledger.holder() == Holder.NOBODY && before.ledger().holder() != Holder.NOBODY;
        return ended ? ledger.told(before, version, at) : null;
    }

    /** Lets time pass: everything that has come by {@code now}, in the order in which it came. */
    private void pass(Instant now) {
        int mark = told.mark();
        for (int i = 0; i < deadlines.size(); i++) {
            Optional<Tick> tick = watch.next(deadlines.get(i));
            while (tick.isPresent() && tick.get().hasCome(now)) {
                deadlines.set(i, tick.get().after());
                if (!isInVain(tick.get())) {
                    told.tell(
                            tick.get().after(),
                            organ,
                            tick.get().at(),
                            version,
                            tick.get().fact());
                }
                tick = watch.next(deadlines.get(i));
            }
        }
        told.sortSince(mark);
    }

    /** The last safe moment for a draft is nobody's worry once there is one. */
    private boolean isInVain(Tick tick) {
        return tick.fact() instanceof DeadlineFact.DeadlineWarned warned
                && Boolean.TRUE.equals(warned.lastSafe())
                && ledger.holder() != Holder.CURATOR
                && ledger.holder() != Holder.ORGAN
                && ledger.holder() != Holder.AGREEMENT;
    }

    private void end(Moment moment, IncidentFact fact) {
        for (int i = 0; i < deadlines.size(); i++) {
            IncidentDeadline deadline = deadlines.get(i);
            boolean isBeside = isOfAPart(deadline) && isOfTheReply(fact);
            Optional<Term> term = deadline.isOpen() && !isBeside ? terms.of(deadline) : Optional.empty();
            if (term.isPresent() && !isOfALaterReply(deadline, term.get(), moment)) {
                deadlines.set(
                        i,
                        isPutOff(term.get(), fact)
                                ? cancel(deadline, moment.at(), CancelReasons.ONE_MORE_PART)
                                : ended(deadline, term.get(), moment));
            }
        }
    }

    private IncidentDeadline ended(IncidentDeadline deadline, Term term, Moment moment) {
        Set<Trigger> triggers = triggers(deadline, term, moment);
        if (Terms.isOfAFinalReply(term) && isOfAPart(deadline) && isReturnedBy(deadline, moment)) {
            return cancel(deadline, moment.at(), CancelReasons.of(Trigger.RETURNED));
        }
        if (!Collections.disjoint(term.metBy(), triggers)) {
            boolean late = moment.at().isAfter(deadline.dueAt());
            return end(deadline, late ? Status.MET_LATE : Status.MET, moment.at(), new DeadlineFact.DeadlineMet(late));
        }
        return triggers.stream()
                .filter(trigger -> term.cancelledBy().contains(trigger))
                .findFirst()
                .map(trigger -> cancel(
                        deadline,
                        moment.at(),
                        moment.endsOfOrgan().contains(Trigger.CLOSED)
                                ? CancelReasons.WITHDRAWN
                                : CancelReasons.of(trigger)))
                .orElse(deadline);
    }

    /** The clock of a part: one of several organs has it, and the incident itself is with none. */
    private boolean isOfAPart(IncidentDeadline deadline) {
        return organ == null && deadline.organ() != null;
    }

    /** What becomes of an interim reply or a question to the author, written while several organs work, is not what those do. */
    private static boolean isOfTheReply(IncidentFact fact) {
        return switch (fact) {
            case IncidentFact.DraftSubmitted ignored -> true;
            case IncidentFact.ReworkRequested ignored -> true;
            case IncidentFact.ApprovalGiven ignored -> true;
            case IncidentFact.ReplyApproved ignored -> true;
            case IncidentFact.ReplyPublished published -> published.kind() != ReplyKind.FINAL;
            case IncidentFact other -> false;
        };
    }

    /** The common reply waits for a part that is asked for now. */
    private static boolean isPutOff(Term term, IncidentFact fact) {
        return term.from() == Trigger.LAST_CONTRIBUTION
                && fact instanceof IncidentFact.ContributionRequested requested
                && !requested.lead();
    }

    /** The common reply that all parts are there for, while an interim one that was written before them comes out. */
    private boolean isOfALaterReply(IncidentDeadline deadline, Term term, Moment moment) {
        return term.from() == Trigger.LAST_CONTRIBUTION
                && moment.ends().contains(Trigger.INTERIM_PUBLISHED)
                && deadlines.stream()
                        .filter(other -> other.isOpen() && other.startedBy() < deadline.startedBy())
                        .flatMap(other -> terms.of(other).stream())
                        .anyMatch(other -> other.from() == Trigger.INTERIM_SUBMITTED);
    }

    private static boolean isReturnedBy(IncidentDeadline deadline, Moment moment) {
        return moment.endsOfOrgan().contains(Trigger.RETURNED)
                && moment.organ() != null
                && moment.organ().equals(deadline.organ());
    }

    /** What the moment is to this clock. A part that comes back amended has been reworked, though the whole is not out yet (KH-12). */
    private static Set<Trigger> triggers(IncidentDeadline deadline, Term term, Moment moment) {
        boolean part =
                moment.organ() != null && moment.organ().equals(deadline.organ()) && term.from() != Trigger.DETECTED;
        if (!part) {
            return moment.ends();
        }
        if (Terms.isOfAFinalReply(term) && moment.endsOfOrgan().contains(Trigger.CONTRIBUTION_SUBMITTED)) {
            return term.metBy();
        }
        if (term.from() == Trigger.REWORK_REQUESTED
                && (moment.endsOfOrgan().contains(Trigger.CONTRIBUTION_SUBMITTED)
                        || moment.endsOfOrgan().contains(Trigger.APPROVED))) {
            return term.metBy();
        }
        EnumSet<Trigger> triggers = EnumSet.noneOf(Trigger.class);
        triggers.addAll(moment.ends());
        triggers.addAll(moment.endsOfOrgan());
        return triggers;
    }

    private IncidentDeadline cancel(IncidentDeadline deadline, Instant at, String reason) {
        return end(deadline, Status.CANCELLED, at, new DeadlineFact.DeadlineCancelled(reason));
    }

    private IncidentDeadline end(IncidentDeadline deadline, Status status, Instant at, DeadlineFact fact) {
        told.tell(deadline, organ, at, version, fact);
        return deadline.ended(status, at, version);
    }

    /** Now that it is several organs', another term may stand in place of one that runs, from the same start (KH-7). */
    private void swap(Instant at) {
        for (IncidentDeadline deadline : List.copyOf(deadlines)) {
            Optional<Term> special = deadline.isOpen()
                    ? terms.of(deadline).flatMap(term -> terms.insteadOf(term, importance, circumstances))
                    : Optional.empty();
            if (special.isPresent()) {
                deadlines.set(deadlines.indexOf(deadline), cancel(deadline, at, CancelReasons.SEVERAL_ORGANS));
                set(special.get(), deadline.organ(), deadline.startedAt(), at);
            }
        }
    }

    /** Whatever happened in between (screened out, restored), what runs from detection runs from detection, unless it was done. */
    private void start(Trigger trigger, Moment moment, IncidentFact fact) {
        Instant from = trigger == Trigger.DETECTED ? before.detectedAt() : moment.at();
        String whose = moment.organ() == null || trigger == Trigger.LAST_CONTRIBUTION ? organ : moment.organ();
        boolean part = moment.organ() != null && trigger != Trigger.LAST_CONTRIBUTION;
        Instant given = trigger == Trigger.REWORK_REQUESTED ? givenEnd(fact) : null;
        Optional<Term> rework = given == null ? Optional.empty() : terms.ofRework();
        if (given != null && rework.isPresent()) {
            supersede(rework.get().stage(), part ? whose : null, moment.at());
            setTo(given, rework.get(), whose, moment.at(), told.endOfRework(rework.get(), given));
            return;
        }
        if (fact instanceof IncidentFact.ContributionRequested requested && !isToHaveAPart(requested)) {
            return;
        }
        Optional<IncidentDeadline> finalDue = finalDue();
        for (Term term : terms.startedBy(trigger, importance, around(fact), part)) {
            boolean done = trigger == Trigger.DETECTED ? isMet(term.stage()) : terms.isApprovedByItsWriter(term, fact);
            if (finalDue.isPresent() && Terms.isOfAFirstDraft(term)) {
                shareFinal(finalDue.get(), part ? whose : null, moment.at());
            } else if (!done && !(Terms.isOfAFirstDraft(term) && hasAPart(whose, moment.at()))) {
                supersede(term.stage(), part ? whose : null, moment.at());
                set(term, whose, from, moment.at());
            }
        }
    }

    /** The draft of the last of a sequence is the final one, where an interim one is out: it has the term of that (LP-12). */
    private boolean isToHaveAPart(IncidentFact.ContributionRequested requested) {
        return terms.isOf(requested) && !(requested.lead() && finalDue().isPresent());
    }

    /** Whether the organ that is sent the incident is asked for its part by the same step (LP-13). */
    private boolean hasAPart(@Nullable String whose, Instant at) {
        return whose != null
                && deadlines.stream()
                        .filter(IncidentDeadline::isOpen)
                        .filter(deadline -> whose.equals(deadline.organ()) && at.equals(deadline.startedAt()))
                        .anyMatch(deadline ->
                                terms.of(deadline).filter(Terms::isOfAPart).isPresent());
    }

    /** After an interim reply whoever is asked has until the end of the term of the final one, each of several organs too. */
    private void shareFinal(IncidentDeadline finalDue, @Nullable String part, Instant at) {
        Optional<Term> term = part == null ? Optional.empty() : terms.of(finalDue);
        if (term.isPresent()) {
            supersede(term.get().stage(), part, at);
            set(term.get(), part, finalDue.startedAt(), at);
        }
    }

    private static @Nullable Instant givenEnd(IncidentFact fact) {
        return switch (fact) {
            case IncidentFact.ReworkRequested requested -> requested.dueAt();
            case IncidentFact.ContributionReworkRequested requested -> requested.dueAt();
            case IncidentFact other -> null;
        };
    }

    /** What is true of the incident, and of this one draft. */
    private Set<Circumstance> around(IncidentFact fact) {
        if (fact instanceof IncidentFact.DraftSubmitted draft && Boolean.TRUE.equals(draft.byEmail())) {
            EnumSet<Circumstance> all = EnumSet.of(Circumstance.BY_EMAIL);
            all.addAll(circumstances);
            return all;
        }
        return circumstances;
    }

    /** The term of the final reply, where an interim one is out. */
    private Optional<IncidentDeadline> finalDue() {
        return circumstances.contains(Circumstance.AFTER_INTERIM)
                ? deadlines.stream()
                        .filter(IncidentDeadline::isOpen)
                        .filter(deadline -> terms.of(deadline)
                                .filter(Terms::isOfAFinalReply)
                                .isPresent())
                        .findFirst()
                : Optional.empty();
    }

    private boolean isMet(String stage) {
        return deadlines.stream()
                .anyMatch(deadline ->
                        deadline.stage().equals(stage) && deadline.status().isMet());
    }

    /** A clock that is started again while it runs counts from the new start only; the clocks of other organs at work go on. */
    private void supersede(String stage, @Nullable String whose, Instant at) {
        deadlines.replaceAll(deadline -> deadline.isOpen()
                        && deadline.stage().equals(stage)
                        && (whose == null ? !isOfAPart(deadline) : whose.equals(deadline.organ()))
                ? cancel(deadline, at, CancelReasons.STARTED_ANEW)
                : deadline);
    }

    private void set(Term term, @Nullable String whose, Instant from, Instant at) {
        Instant dueAt = end(term, from);
        add(term, whose, from, dueAt, at, why(term, from, dueAt));
    }

    /** The regulation's own end, or the one that a person named, where that is earlier and was still to come when the clock started (LP-6). */
    private Instant end(Term term, Instant from) {
        Instant own = regulation.dueAt(term, importance, from);
        return shortenedTo != null
                        && terms.isShortenable(term)
                        && shortenedTo.isAfter(from)
                        && shortenedTo.isBefore(own)
                ? shortenedTo
                : own;
    }

    private String why(Term term, Instant from, Instant dueAt) {
        Instant own = shortenedTo == null ? dueAt : regulation.dueAt(term, importance, from);
        return dueAt.equals(own) ? regulation.sentence(term, importance, from, dueAt) : told.shortened(dueAt, own);
    }

    /** Whoever amends has another end for that (LB-6), everybody else one for the answer (LB-5). */
    private void setAnew(IncidentFact.TermSet set, Instant at) {
        Optional<Term> term = terms.ofAnswer()
                .map(answer -> terms.ofRework()
                        .filter(rework -> isRunning(rework.stage(), set.organ()))
                        .orElse(answer));
        if (term.isPresent()) {
            supersede(term.get().stage(), organ == null ? set.organ() : null, at);
            setTo(set.dueAt(), term.get(), set.organ(), at, told.endOfAnswer(term.get(), set.dueAt()));
        }
    }

    private boolean isRunning(String stage, String whose) {
        return deadlines.stream()
                .anyMatch(deadline ->
                        deadline.isOpen() && deadline.stage().equals(stage) && whose.equals(deadline.organ()));
    }

    private void setTo(Instant dueAt, Term term, @Nullable String whose, Instant at, String why) {
        add(term, whose, at, dueAt.truncatedTo(ChronoUnit.MICROS), at, why);
    }

    private void add(Term term, @Nullable String whose, Instant from, Instant dueAt, Instant at, String why) {
        IncidentDeadline deadline = new IncidentDeadline(
                term.stage(), term.clause(), importance, whose, version, from, dueAt, Status.OPEN, 0, 0, null, 0);
        deadlines.add(deadline);
        told.tell(deadline, organ, at, version, new DeadlineFact.DeadlineSet(why));
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
        Instant dueAt = end(term, deadline.startedAt());
        if (dueAt.equals(deadline.dueAt())) {
            return deadline;
        }
        IncidentDeadline moved = deadline.movedTo(dueAt, importance);
        String why = why(term, deadline.startedAt(), dueAt);
        told.tell(moved, organ, at, version, new DeadlineFact.DeadlineMoved(deadline.dueAt(), why));
        return moved;
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
                circumstances,
                ledger,
                shortenedTo,
                earlier,
                lookAt);
    }
}
