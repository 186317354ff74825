package otklik.routing.incident.core;

import static otklik.routing.incident.core.State.APPROVED;
import static otklik.routing.incident.core.State.AWAITING_AUTHOR;
import static otklik.routing.incident.core.State.AWAITING_FINAL;
import static otklik.routing.incident.core.State.DONE;
import static otklik.routing.incident.core.State.IN_WORK;
import static otklik.routing.incident.core.State.NEW;
import static otklik.routing.incident.core.State.NO_REACTION;
import static otklik.routing.incident.core.State.ON_AGREEMENT;
import static otklik.routing.incident.core.State.ON_APPROVAL;
import static otklik.routing.incident.core.State.RETURNED;
import static otklik.routing.incident.core.State.REWORK;
import static otklik.routing.incident.core.State.ROUTED;
import static otklik.routing.incident.core.State.SCREENED_OUT;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.regulation.Regulation;
import otklik.regulation.ReplyRules;
import otklik.regulation.Workflow;
import otklik.regulation.Workflow.Act;
import otklik.regulation.Workflow.CooperationMode;

/**
 * What a regulation lets happen at most, written down a second time and without asking the rules: to which states a step can lead, whose hand
 * can take it. What the rules do is held against it.
 */
public final class WhatMayBe {

    private final Workflow workflow;
    private final Regulation regulation;

    public WhatMayBe(Regulation regulation) {
        this.regulation = regulation;
        this.workflow = regulation.workflow();
    }

    /** Whether what a program finds in a reply binds. */
    boolean refusesReplies() {
        return regulation.profile().reply().checks().stream().anyMatch(line -> line.refusedAt() != null);
    }

    /** All states that an incident can be in. */
    public Set<State> states() {
        Set<State> states = EnumSet.allOf(State.class);
        if (workflow.internalAgreement() == null) {
            states.remove(ON_AGREEMENT);
        }
        return states;
    }

    /** The steps that somebody can take at some time. */
    Set<Step> steps() {
        Set<Step> steps = EnumSet.allOf(Step.class);
        steps.removeIf(step -> switch (step) {
            case RETURN_TO_CURATOR -> isMissing(Act.RETURN_TO_CURATOR);
            case HAND_DOWN -> isMissing(Act.HAND_DOWN);
            case CONFIRM_COMPETENCE -> isMissing(Act.CONFIRM_COMPETENCE);
            case EDIT_DRAFT -> isMissing(Act.EDIT);
            case MARK_APPEAL -> isMissing(Act.MARK_APPEAL);
            case AGREE, DECLINE, AGREE_CONTRIBUTION, DECLINE_CONTRIBUTION -> workflow.internalAgreement() == null;
            case ACCEPT_CONTRIBUTION, REWORK_CONTRIBUTION -> consolidators().isEmpty();
            case ACKNOWLEDGE, PASS_UP -> workflow.passUp() == null;
            case SET_TERM -> isMissing(Act.SET_TERM);
            case SHORTEN_TERM -> workflow.shortening() == null;
            case RECORD_INTERIM -> regulation.profile().interim() == null;
            case RECORD_EMAILED_DRAFT -> isMailUnknown();
            case TELL_UNPUBLISHED ->
                regulation
                        .profile()
                        .reply()
                        .fallback(ReplyRules.Way.TELL_CURATOR)
                        .isEmpty();
            case CLOSE_UNPUBLISHED ->
                regulation
                        .profile()
                        .reply()
                        .fallback(ReplyRules.Way.CLOSED_WITH_REASON)
                        .isEmpty();
            default -> false;
        });
        return steps;
    }

    private boolean isMailUnknown() {
        return regulation.profile().terms().stream()
                .noneMatch(term -> term.stage().equals("approve-by-email"));
    }

    private boolean isMissing(Act act) {
        return workflow.act(act).isEmpty();
    }

    /** Where an incident in that state can be after the step; taking a step back leads to where it came from. */
    static Set<State> after(Step step, State before) {
        return switch (step) {
            case ROUTE -> EnumSet.of(isOfTheReply(before) ? before : ROUTED);
            case ENGAGE_ORGANS -> isOfTheReply(before) ? EnumSet.of(before) : EnumSet.of(ROUTED, IN_WORK);
            case RETURN_TO_CURATOR -> EnumSet.of(RETURNED);
            case HAND_DOWN, RESTORE -> EnumSet.of(NEW);
            case RETURN -> EnumSet.of(RETURNED, ROUTED, before);
            case START_WORK -> EnumSet.of(IN_WORK);
            case CONTRIBUTE, AGREE_CONTRIBUTION ->
                isOfTheReply(before)
                        ? EnumSet.of(before)
                        : before == REWORK ? EnumSet.of(REWORK, ROUTED) : EnumSet.of(IN_WORK, ROUTED);
            case SUBMIT_DRAFT, RECORD_EMAILED_DRAFT -> EnumSet.of(ON_AGREEMENT, ON_APPROVAL, APPROVED);
            case AGREE, APPROVE -> EnumSet.of(ON_APPROVAL, APPROVED);
            case DECLINE -> EnumSet.of(IN_WORK);
            case RECORD_AUTHOR_ANSWER -> EnumSet.of(IN_WORK, RETURNED);
            case REQUEST_REWORK -> EnumSet.of(REWORK);
            case RECORD_PUBLICATION -> EnumSet.of(DONE, AWAITING_FINAL, AWAITING_AUTHOR);
            case CLOSE_UNPUBLISHED -> EnumSet.of(DONE);
            case SCREEN_OUT -> EnumSet.of(SCREENED_OUT);
            case DECIDE_NO_REACTION -> EnumSet.of(NO_REACTION);
            case REOPEN -> EnumSet.of(NEW, IN_WORK);
            case CONFIRM_COMPETENCE,
                    DECLINE_CONTRIBUTION,
                    ACCEPT_CONTRIBUTION,
                    REWORK_CONTRIBUTION,
                    EDIT_DRAFT,
                    RECORD_INTERIM,
                    CORRECT_CLASSIFICATION,
                    LINK_REPEAT,
                    MARK_APPEAL,
                    SHORTEN_TERM,
                    TELL_UNPUBLISHED,
                    SET_TERM,
                    ACKNOWLEDGE,
                    PASS_UP -> EnumSet.of(before);
            case UNDO -> EnumSet.allOf(State.class);
        };
    }

    /** What is on its way to the author, or stands there, no step of the organs calls back. */
    private static boolean isOfTheReply(State state) {
        return EnumSet.of(ON_APPROVAL, APPROVED, AWAITING_FINAL, AWAITING_AUTHOR)
                .contains(state);
    }

    /** Whether the grant is one of those that the regulation gives the step to, for this incident. */
    boolean isGivenTo(Grant grant, Step step, Incident incident) {
        boolean ofAnOrgan = grant.role() == Role.EXECUTOR || grant.role() == Role.RESPONSIBLE;
        return grant.covers(incident.jurisdiction())
                && roles(step, incident).contains(grant.role())
                && (!ofAnOrgan || incident.organs().contains(String.valueOf(grant.organ())));
    }

    private Set<Role> roles(Step step, Incident incident) {
        return switch (step) {
            case ROUTE, ENGAGE_ORGANS, CORRECT_CLASSIFICATION -> actOrCurator(Act.DISPATCH);
            case LINK_REPEAT -> actOrCurator(Act.LINK_REPEAT);
            case RETURN_TO_CURATOR -> act(Act.RETURN_TO_CURATOR);
            case HAND_DOWN -> act(Act.HAND_DOWN);
            case CONFIRM_COMPETENCE -> act(Act.CONFIRM_COMPETENCE);
            case EDIT_DRAFT -> act(Act.EDIT);
            case MARK_APPEAL -> act(Act.MARK_APPEAL);
            case SET_TERM -> act(Act.SET_TERM);
            case RETURN, START_WORK, CONTRIBUTE -> EnumSet.of(Role.EXECUTOR, Role.RESPONSIBLE);
            case SUBMIT_DRAFT ->
                incident.organ() == null ? coordinators() : EnumSet.of(Role.EXECUTOR, Role.RESPONSIBLE);
            case RECORD_EMAILED_DRAFT ->
                isMailUnknown()
                        ? EnumSet.noneOf(Role.class)
                        : EnumSet.of(role(workflow.approvals().getFirst().by()));
            case AGREE, DECLINE, AGREE_CONTRIBUTION, DECLINE_CONTRIBUTION -> by(workflow.internalAgreement());
            case ACCEPT_CONTRIBUTION, REWORK_CONTRIBUTION -> consolidators();
            case APPROVE, REQUEST_REWORK -> approver(incident);
            case RECORD_PUBLICATION ->
                isOnOwnPage()
                        ? EnumSet.of(Role.EXECUTOR, Role.RESPONSIBLE, Role.CURATOR)
                        : EnumSet.of(
                                role(workflow.publication().by()),
                                Role.CURATOR,
                                organsPublisher(workflow.publication()));
            case RECORD_AUTHOR_ANSWER -> EnumSet.of(Role.CURATOR, Role.EXECUTOR, Role.RESPONSIBLE);
            case ACKNOWLEDGE, PASS_UP ->
                workflow.passUp() == null
                        ? EnumSet.noneOf(Role.class)
                        : EnumSet.of(role(workflow.passUp().by()));
            case SHORTEN_TERM ->
                workflow.shortening() == null
                        ? EnumSet.noneOf(Role.class)
                        : EnumSet.of(role(workflow.shortening().by()));
            case CLOSE_UNPUBLISHED, RECORD_INTERIM, SCREEN_OUT, RESTORE, DECIDE_NO_REACTION, REOPEN ->
                EnumSet.of(Role.CURATOR);
            case TELL_UNPUBLISHED ->
                EnumSet.of(role(workflow.publication().by()), organsPublisher(workflow.publication()));
            case UNDO -> EnumSet.noneOf(Role.class);
        };
    }

    /** Who writes in the name of several organs; before the parts of a sequence are there, whoever set the order. */
    private Set<Role> coordinators() {
        return consolidators().isEmpty() ? actOrCurator(Act.DISPATCH) : consolidators();
    }

    private Set<Role> consolidators() {
        CooperationMode mode = workflow.cooperation().mode();
        return switch (mode) {
            case PARALLEL_CONSOLIDATED_BY_CURATOR -> EnumSet.of(Role.CURATOR);
            case PARALLEL_CONSOLIDATED_BY_CONTROLLER -> EnumSet.of(Role.CONTROLLER);
            case SEQUENTIAL, SEQUENTIAL_WITH_LEAD -> EnumSet.noneOf(Role.class);
        };
    }

    /** What an executor may post, whoever answers for the organ may too. */
    private boolean isOnOwnPage() {
        return regulation
                .profile()
                .reply()
                .fallback(ReplyRules.Way.OWN_PAGE_WITH_AUTHOR_LINK)
                .isPresent();
    }

    private static Role organsPublisher(Workflow.Publication publication) {
        return publication.by() == otklik.regulation.Role.EXECUTOR ? Role.RESPONSIBLE : role(publication.by());
    }

    /** The one whose turn it is. */
    private Set<Role> approver(Incident incident) {
        return workflow.approvals().stream()
                .skip(incident.approvals())
                .limit(1)
                .map(step -> role(step.by()))
                .collect(Collectors.toSet());
    }

    private Set<Role> act(Act act) {
        return workflow.act(act).map(step -> EnumSet.of(role(step.by()))).orElseGet(() -> EnumSet.noneOf(Role.class));
    }

    private Set<Role> actOrCurator(Act act) {
        return isMissing(act) ? EnumSet.of(Role.CURATOR) : act(act);
    }

    private static Set<Role> by(Workflow.@Nullable Step step) {
        return step == null ? EnumSet.noneOf(Role.class) : EnumSet.of(role(step.by()));
    }

    private static Role role(otklik.regulation.Role role) {
        return Role.valueOf(role.name());
    }
}
