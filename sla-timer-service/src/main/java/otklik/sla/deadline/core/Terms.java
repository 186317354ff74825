package otklik.sla.deadline.core;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import otklik.contracts.incident.IncidentFact;
import otklik.regulation.Circumstance;
import otklik.regulation.Duty;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Role;
import otklik.regulation.Term;
import otklik.regulation.Trigger;
import otklik.regulation.Workflow;
import otklik.regulation.time.Clock;

/** The terms of a regulation as the clocks ask for them, with those that have no length in the regulation: a person sets it (LB-5, LB-6). */
record Terms(Regulation regulation) {

    private static final Set<Trigger> DRAFTS = EnumSet.of(Trigger.DRAFT_SUBMITTED, Trigger.FINAL_SUBMITTED);

    /** A question to the author is no answer. */
    private static final Set<Trigger> WRITTEN =
            EnumSet.of(Trigger.FINAL_SUBMITTED, Trigger.INTERIM_SUBMITTED, Trigger.CONTRIBUTION_SUBMITTED);

    private static final Set<Trigger> AMENDED = EnumSet.of(Trigger.DRAFT_SUBMITTED, Trigger.CONTRIBUTION_SUBMITTED);

    private static final Set<Trigger> VOID =
            EnumSet.of(Trigger.SCREENED_OUT, Trigger.NO_REACTION, Trigger.CLOSED, Trigger.RETURNED, Trigger.PUBLISHED);

    Optional<Term> of(IncidentDeadline deadline) {
        return regulation
                .findTerm(deadline.stage(), deadline.importance())
                .or(() -> Stream.of(ofRework(), ofAnswer())
                        .flatMap(Optional::stream)
                        .filter(term -> term.stage().equals(deadline.stage()))
                        .findFirst());
    }

    /** The rework whose end is set by whoever asks for it (LB-6); empty where the regulation sets it. */
    Optional<Term> ofRework() {
        return Optional.ofNullable(regulation.workflow().rework().termSetBy())
                .map(by -> set("rework", "Доработать ответ", by, Trigger.REWORK_REQUESTED, AMENDED));
    }

    /** The draft, or part, of an organ whose end somebody sets (LB-5); empty where the regulation has a figure for it, or none is wanted. */
    Optional<Term> ofAnswer() {
        return regulation
                .workflow()
                .act(Workflow.Act.SET_TERM)
                .map(by -> set("draft", "Подготовить ответ", by, Trigger.ASSIGNED, WRITTEN));
    }

    /** It has no length: its end comes with the fact. */
    private static Term set(String stage, String title, Workflow.Step by, Trigger from, Set<Trigger> metBy) {
        return new Term(
                stage,
                title,
                by.clause(),
                Clock.CALENDAR,
                Duration.ofMinutes(1),
                null,
                null,
                null,
                from,
                null,
                Role.EXECUTOR,
                metBy,
                VOID,
                Duty.OBLIGATION);
    }

    /**
     * What the moment starts. Where a regulation has a term of its own for the part of one of several organs, that organ has this and the
     * chance to return it, but not the term of the whole draft (AK-14, LP-13); where it has none, its part is a draft (KH-10). The parts of a
     * sequence go on to the next organ and are approved by nobody (VP-21).
     */
    List<Term> startedBy(Trigger trigger, Importance importance, Set<Circumstance> circumstances, boolean part) {
        if (part && trigger == Trigger.DRAFT_SUBMITTED && isSequence()) {
            return List.of();
        }
        List<Term> terms = regulation.startedBy(trigger, importance, circumstances);
        return part && hasPartTerm() && trigger != Trigger.CONTRIBUTION_REQUESTED
                ? terms.stream()
                        .filter(term -> trigger == Trigger.ASSIGNED && term.duty() == Duty.WINDOW)
                        .toList()
                : terms;
    }

    /** The special term that stands in place of a running one now that more is known of the incident (KH-7). */
    Optional<Term> insteadOf(Term running, Importance importance, Set<Circumstance> circumstances) {
        return regulation.startedBy(running.from(), importance, circumstances).stream()
                .filter(term -> running.stage().equals(term.insteadOf()))
                .findFirst();
    }

    /** Whether somebody may name an earlier end for it (LP-6). */
    boolean isShortenable(Term term) {
        Workflow.Shortening rule = regulation.workflow().shortening();
        return rule != null && rule.stages().contains(term.stage());
    }

    /**
     * Whether what a request starts is that organ's to keep. Where nobody writes for all, each has the term of a part, the last one too, and not
     * that of a draft beside it (LP-13); a lead gives no part, it writes the common reply when the parts are there (AK-14).
     */
    boolean isOf(IncidentFact.ContributionRequested requested) {
        return switch (regulation.workflow().cooperation().mode()) {
            case SEQUENTIAL -> true;
            case SEQUENTIAL_WITH_LEAD, PARALLEL_CONSOLIDATED_BY_CURATOR, PARALLEL_CONSOLIDATED_BY_CONTROLLER ->
                !requested.lead();
        };
    }

    /** Whether it is for the part of one of several organs. */
    static boolean isOfAPart(Term term) {
        return term.from() == Trigger.CONTRIBUTION_REQUESTED;
    }

    private boolean isSequence() {
        return switch (regulation.workflow().cooperation().mode()) {
            case SEQUENTIAL, SEQUENTIAL_WITH_LEAD -> true;
            case PARALLEL_CONSOLIDATED_BY_CURATOR, PARALLEL_CONSOLIDATED_BY_CONTROLLER -> false;
        };
    }

    /** Whether it runs from an interim reply on (AK-13, KH-11, LP-12). */
    static boolean isOfAFinalReply(Term term) {
        return term.from() == Trigger.INTERIM_SUBMITTED || term.from() == Trigger.INTERIM_PUBLISHED;
    }

    /** Whether an organ that gets the incident has to write by it. */
    static boolean isOfAFirstDraft(Term term) {
        return term.from() == Trigger.ASSIGNED && !Collections.disjoint(term.metBy(), DRAFTS);
    }

    /** Whether it is the organ's that was sent the incident, the last of a sequence among them, and nobody's once another has it. */
    static boolean isOfTheOrganItself(Term term) {
        return term.from() == Trigger.ASSIGNED || term.from() == Trigger.REWORK_REQUESTED || isOfAPart(term);
    }

    /** Whether it is for whoever approves first, and that is who wrote the draft (LB-6). */
    boolean isApprovedByItsWriter(Term term, IncidentFact fact) {
        return fact instanceof IncidentFact.DraftSubmitted draft
                && draft.approvals() != null
                && term.metBy().contains(Trigger.APPROVED)
                && regulation.workflow().approvals().stream()
                        .limit(draft.approvals())
                        .anyMatch(step -> step.by() == term.owner());
    }

    /** Who puts the parts of several organs together (KH-13, LB-5), where no organ does. */
    Optional<Role> consolidator() {
        return switch (regulation.workflow().cooperation().mode()) {
            case PARALLEL_CONSOLIDATED_BY_CURATOR -> Optional.of(Role.CURATOR);
            case PARALLEL_CONSOLIDATED_BY_CONTROLLER -> Optional.of(Role.CONTROLLER);
            case SEQUENTIAL, SEQUENTIAL_WITH_LEAD -> Optional.empty();
        };
    }

    private boolean hasPartTerm() {
        return regulation.terms().stream().anyMatch(Terms::isOfAPart);
    }
}
