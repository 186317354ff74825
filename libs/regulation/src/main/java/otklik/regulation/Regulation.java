package otklik.regulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.regulation.time.Clock;
import otklik.regulation.time.Office;
import otklik.regulation.time.ProductionCalendar;
import otklik.regulation.time.WorkingTime;

/**
 * One regulation at work: its profile, an office with a calendar, and the deadlines that follow.
 * Immutable; a new calendar makes a new regulation, see {@link #on(ProductionCalendar)}.
 */
public final class Regulation {

    private final Profile profile;
    private final Office office;
    private final @Nullable WorkingTime submission;
    private final Explainer explainer;
    private final TermTable table;
    private final Sentences sentences;

    public Regulation(Profile profile, ProductionCalendar calendar) {
        this.profile = profile;
        this.table = new TermTable(profile.terms());
        this.sentences = new Sentences(this);
        this.office = new Office(profile.zone(), profile.hours(), calendar);
        SubmissionWindows windows = profile.submission();
        this.submission = windows == null ? null : WorkingTime.of(profile.zone(), windows.hours(), calendar);
        this.explainer = new Explainer(this);
    }

    /** The same profile on another calendar: an amended one, or an earlier state of knowledge. */
    public Regulation on(ProductionCalendar calendar) {
        return new Regulation(profile, calendar);
    }

    public String id() {
        return profile.id();
    }

    /** Russian, for people. */
    public String name() {
        return profile.name();
    }

    public ZoneId zone() {
        return profile.zone();
    }

    public int revision() {
        return profile.revision();
    }

    /** Whether the profile's in-force date has come by this instant. */
    boolean hasBegun(Instant at) {
        return !at.atZone(zone()).toLocalDate().isBefore(profile.inForceFrom());
    }

    /** Whether the regulation binds an incident detected at this instant. */
    public boolean isInForce(Instant detectedAt) {
        LocalDate date = detectedAt.atZone(zone()).toLocalDate();
        LocalDate end = profile.inForceTo();
        return !date.isBefore(profile.inForceFrom()) && (end == null || date.isBefore(end));
    }

    public Profile profile() {
        return profile;
    }

    public List<Term> terms() {
        return profile.terms();
    }

    public Workflow workflow() {
        return profile.workflow();
    }

    public List<Escalation> escalations() {
        return profile.escalations();
    }

    public Office office() {
        return office;
    }

    public WorkingTime time() {
        return office.time();
    }

    /** Every stage there is a term for, in alphabetical order. */
    public Set<String> stages() {
        return terms().stream().map(Term::stage).collect(Collectors.toCollection(TreeSet::new));
    }

    public Optional<Term> findTerm(String stage, Importance importance) {
        return Optional.ofNullable(table.term(stage, importance));
    }

    /** @throws UnknownStageException where the regulation sets no such term */
    public Term term(String stage, Importance importance) {
        return findTerm(stage, importance).orElseThrow(() -> new UnknownStageException(id(), stage, stages()));
    }

    /** The terms that this moment starts for an incident. A special one stands in place of the general one, even
     * where the two start at different moments (KH-13). */
    public List<Term> startedBy(Trigger trigger, Importance importance, Set<Circumstance> circumstances) {
        return table.startedBy(trigger, importance, circumstances);
    }

    /**
     * @param start the instant of the term's {@code from}; for a backward term (AK-9) that of the
     *     term it leans on
     * @throws UnknownStageException where the regulation sets no such term
     * @throws otklik.regulation.time.OutsideCalendarException where no calendar is known that far
     */
    public Deadline deadline(String stage, Importance importance, Instant start) {
        Term term = term(stage, importance);
        Instant due = dueAt(term, importance, start);
        return new Deadline(
                stage,
                term.clause(),
                start,
                due,
                effectiveAt(term, start, due),
                explainer.explain(term, importance, start, due));
    }

    /** The proof of {@link #deadline} as one Russian sentence, which is told to the minute: cheap for many that start in the same one. */
    public String sentence(Term term, Importance importance, Instant start, Instant due) {
        return sentences.of(term, importance, start, due);
    }

    Explanation explanation(Term term, Importance importance, Instant start, Instant due) {
        return explainer.explain(term, importance, start, due);
    }

    /** The due instant alone, in nanoseconds rather than microseconds: for recomputing many. */
    public Instant dueAt(Term term, Importance importance, Instant start) {
        String base = term.relativeTo();
        if (base == null) {
            return time().plus(term.clock(), start, term.amount());
        }
        Instant end = dueAt(term(base, importance), importance, start);
        return time().minus(term.clock(), end, term.amount());
    }

    /** Whether drafts are taken for approval at that instant (VP-10); always, where the regulation sets no hours for it. */
    public boolean takesDrafts(Instant at) {
        return submission == null
                || !submission.between(Clock.WORKING, at, at.plusSeconds(1)).isZero();
    }

    /** The instants to warn at, earliest first: shares of the whole term on the clock that runs it. */
    public List<Instant> warnings(Term term, Instant start, Instant due) {
        return profile.warnings().stream()
                .map(percent -> warnedAt(term, start, due, percent))
                .toList();
    }

    /** When a share of the whole term, in percent, is spent on the clock that runs it. */
    public Instant warnedAt(Term term, Instant start, Instant due, int percent) {
        Clock clock = term.clock() == Clock.WORKING_DAYS ? Clock.WORKING : term.clock();
        Duration whole = time().between(clock, start, due);
        return time().plus(clock, start, Duration.ofNanos(whole.toNanos() / 100 * percent));
    }

    /** The share of the whole term, in percent, that is spent at an instant, on the clock that runs it; 0 to 100. */
    public int percentSpent(Term term, Instant start, Instant due, Instant at) {
        Clock clock = term.clock() == Clock.WORKING_DAYS ? Clock.WORKING : term.clock();
        long whole = time().between(clock, start, due).toNanos();
        long spent = time().between(clock, start, at).toNanos();
        return whole == 0 ? 100 : (int) Math.clamp(spent / (whole / 100.0), 0, 100);
    }

    /** When people may be told of what came about at night or on a day off: the next opening; empty by day, a lunch break included. */
    public Optional<Instant> quietUntil(Instant at) {
        return office.isDaytime(at) ? Optional.empty() : Optional.of(time().nextOpening(at));
    }

    /** When a step of the ladder is reached, in working time after the breach. */
    public Instant escalatedAt(Escalation step, Instant breachedAt) {
        return time().plus(Clock.WORKING, breachedAt, step.delay());
    }

    private Instant effectiveAt(Term term, Instant start, Instant due) {
        SubmissionWindows windows = profile.submission();
        if (submission == null || windows == null || !windows.stage().equals(term.stage())) {
            return due;
        }
        Instant closing = submission.minus(Clock.WORKING, due, Duration.ZERO);
        return closing.isAfter(start) ? closing : due;
    }
}
