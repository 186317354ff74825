package otklik.routing.incident.core;

import org.jspecify.annotations.Nullable;
import otklik.regulation.Circumstance;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.ReplyRules;
import otklik.regulation.Term;
import otklik.regulation.Workflow;
import otklik.regulation.Workflow.Act;

/** By which clause of a regulation a step is taken; null where the regulation has none for it. */
final class StepClauses {

    private StepClauses() {}

    static @Nullable String of(Step step, Regulation regulation) {
        return switch (step) {
            case ROUTE -> sending(Act.ROUTE, regulation);
            case CORRECT_CLASSIFICATION -> sending(Act.CLASSIFY, regulation);
            case ENGAGE_ORGANS, CONTRIBUTE ->
                regulation.workflow().cooperation().clause();
            case ACCEPT_CONTRIBUTION -> judging(approval(regulation), regulation);
            case REWORK_CONTRIBUTION -> judging(rework(regulation), regulation);
            case RETURN_TO_CURATOR -> act(Act.RETURN_TO_CURATOR, regulation);
            case HAND_DOWN -> act(Act.HAND_DOWN, regulation);
            case CONFIRM_COMPETENCE -> act(Act.CONFIRM_COMPETENCE, regulation);
            case RETURN -> or(term("return", regulation), act(Act.CONFIRM_COMPETENCE, regulation));
            case START_WORK, SUBMIT_DRAFT -> drafting(regulation);
            case RECORD_EMAILED_DRAFT -> byEmail(regulation);
            case AGREE, DECLINE -> agreement(regulation);
            // A regulation that has a term of its own for a part says there too who agrees it (LP-13).
            case AGREE_CONTRIBUTION, DECLINE_CONTRIBUTION -> or(term("contribute", regulation), agreement(regulation));
            case EDIT_DRAFT -> act(Act.EDIT, regulation);
            case APPROVE -> approval(regulation);
            case REQUEST_REWORK -> rework(regulation);
            case RECORD_PUBLICATION -> regulation.workflow().publication().clause();
            case TELL_UNPUBLISHED -> fallback(ReplyRules.Way.TELL_CURATOR, regulation);
            case CLOSE_UNPUBLISHED -> fallback(ReplyRules.Way.CLOSED_WITH_REASON, regulation);
            case RECORD_INTERIM ->
                regulation.profile().interim() == null
                        ? null
                        : regulation.profile().interim().clause();
            // What is asked goes out as a draft where the regulation has no clause of its own for questions.
            case RECORD_AUTHOR_ANSWER -> or(act(Act.CLARIFY, regulation), drafting(regulation));
            case SCREEN_OUT, RESTORE ->
                regulation.profile().screening().isEmpty()
                        ? null
                        : regulation.profile().screening().getFirst().clause();
            case DECIDE_NO_REACTION -> act(Act.NO_REACTION, regulation);
            case LINK_REPEAT -> act(Act.LINK_REPEAT, regulation);
            case MARK_APPEAL -> act(Act.MARK_APPEAL, regulation);
            case ACKNOWLEDGE, PASS_UP ->
                regulation.workflow().passUp() == null
                        ? null
                        : regulation.workflow().passUp().clause();
            case SET_TERM -> act(Act.SET_TERM, regulation);
            case SHORTEN_TERM ->
                regulation.workflow().shortening() == null
                        ? null
                        : regulation.workflow().shortening().clause();
            // What was wrong from the beginning, or is there anew, no regulation speaks of.
            case REOPEN, UNDO -> null;
        };
    }

    /** Sending and what belongs to it: the act, or where the regulation has none the person or the term of sending (AK-6, LB-4). */
    private static @Nullable String sending(Act act, Regulation regulation) {
        return or(act(act, regulation), or(act(Act.DISPATCH, regulation), term("route", regulation)));
    }

    /** That of the reasons where the regulation lists them all (VP-14), else that of the approval. */
    private static String rework(Regulation regulation) {
        Workflow.Rework rework = regulation.workflow().rework();
        return rework.closed() && !rework.reasons().isEmpty()
                ? rework.reasons().getFirst().clause()
                : approval(regulation);
    }

    /** Whoever puts parts together approves each as a draft or sends it back (KH-12, LB-6); in a sequence nobody does. */
    private static String judging(String ofADraft, Regulation regulation) {
        Workflow.Cooperation several = regulation.workflow().cooperation();
        return KnownSteps.isPutTogether(several) ? ofADraft : several.clause();
    }

    private static String approval(Regulation regulation) {
        return regulation.workflow().approvals().getFirst().clause();
    }

    private static @Nullable String act(Act act, Regulation regulation) {
        return regulation.workflow().act(act).map(Workflow.Step::clause).orElse(null);
    }

    private static @Nullable String term(String stage, Regulation regulation) {
        return regulation.findTerm(stage, Importance.NORMAL).map(Term::clause).orElse(null);
    }

    private static @Nullable String fallback(ReplyRules.Way way, Regulation regulation) {
        return regulation
                .profile()
                .reply()
                .fallback(way)
                .map(ReplyRules.Fallback::clause)
                .orElse(null);
    }

    private static @Nullable String byEmail(Regulation regulation) {
        return regulation.profile().terms().stream()
                .filter(term -> term.circumstance() == Circumstance.BY_EMAIL)
                .findFirst()
                .map(Term::clause)
                .orElse(null);
    }

    private static @Nullable String drafting(Regulation regulation) {
        return or(term("draft", regulation), agreement(regulation));
    }

    private static @Nullable String agreement(Regulation regulation) {
        Workflow.Step step = regulation.workflow().internalAgreement();
        return step == null ? null : step.clause();
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
