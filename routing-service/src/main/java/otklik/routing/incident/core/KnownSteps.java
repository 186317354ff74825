package otklik.routing.incident.core;

import java.util.Optional;
import otklik.regulation.Circumstance;
import otklik.regulation.Regulation;
import otklik.regulation.ReplyRules;
import otklik.regulation.Workflow;
import otklik.regulation.Workflow.Act;
import otklik.regulation.Workflow.CooperationMode;

/**
 * Which steps a regulation has at all. Of the others {@link Doers} never find a seat, whatever becomes of an incident: to wait for another
 * state would be in vain.
 */
final class KnownSteps {

    private KnownSteps() {}

    static Optional<Decision> refusal(Step step, Asking asking) {
        return isKnown(step, asking.regulation())
                ? Optional.empty()
                : Optional.of(Decision.reject(
                        Reason.NOT_IN_REGULATION,
                        "Шага «%s» в регламенте этой территории нет. Что можно сделать с сообщением, показывает карточка."
                                .formatted(step.title()),
                        asking.clause(step)));
    }

    static boolean isKnown(Step step, Regulation regulation) {
        Workflow workflow = regulation.workflow();
        return switch (step) {
            case RETURN_TO_CURATOR -> workflow.act(Act.RETURN_TO_CURATOR).isPresent();
            case HAND_DOWN -> workflow.act(Act.HAND_DOWN).isPresent();
            case CONFIRM_COMPETENCE -> workflow.act(Act.CONFIRM_COMPETENCE).isPresent();
            case EDIT_DRAFT -> workflow.act(Act.EDIT).isPresent();
            case MARK_APPEAL -> workflow.act(Act.MARK_APPEAL).isPresent();
            case AGREE, DECLINE, AGREE_CONTRIBUTION, DECLINE_CONTRIBUTION -> workflow.internalAgreement() != null;
            case ACCEPT_CONTRIBUTION, REWORK_CONTRIBUTION -> isPutTogether(workflow.cooperation());
            case RECORD_EMAILED_DRAFT ->
                regulation.profile().terms().stream().anyMatch(term -> term.circumstance() == Circumstance.BY_EMAIL);
            case TELL_UNPUBLISHED ->
                regulation
                        .profile()
                        .reply()
                        .fallback(ReplyRules.Way.TELL_CURATOR)
                        .isPresent();
            case CLOSE_UNPUBLISHED ->
                regulation
                        .profile()
                        .reply()
                        .fallback(ReplyRules.Way.CLOSED_WITH_REASON)
                        .isPresent();
            case RECORD_INTERIM -> regulation.profile().interim() != null;
            case ACKNOWLEDGE, PASS_UP -> workflow.passUp() != null;
            case SET_TERM -> workflow.act(Act.SET_TERM).isPresent();
            case SHORTEN_TERM -> workflow.shortening() != null;
            case ROUTE,
                    ENGAGE_ORGANS,
                    RETURN,
                    START_WORK,
                    CONTRIBUTE,
                    SUBMIT_DRAFT,
                    APPROVE,
                    REQUEST_REWORK,
                    RECORD_PUBLICATION,
                    RECORD_AUTHOR_ANSWER,
                    SCREEN_OUT,
                    RESTORE,
                    DECIDE_NO_REACTION,
                    CORRECT_CLASSIFICATION,
                    LINK_REPEAT,
                    REOPEN,
                    UNDO -> true;
        };
    }

    /** In a sequence each part goes on to the next organ, and nobody has to accept it. */
    static boolean isPutTogether(Workflow.Cooperation several) {
        return several.mode() == CooperationMode.PARALLEL_CONSOLIDATED_BY_CURATOR
                || several.mode() == CooperationMode.PARALLEL_CONSOLIDATED_BY_CONTROLLER;
    }
}
