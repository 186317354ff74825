package otklik.regulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The moments of an incident's life that start, meet or cancel terms. One lifecycle event may be
 * several of them: an interim draft is {@code DRAFT_SUBMITTED} and {@code INTERIM_SUBMITTED}.
 * The code is the word used in profiles and in the clause ledger.
 */
public enum Trigger {
    DETECTED,
    SCREENED_OUT,
    /** Recorded as needing no reaction (KH-3). */
    NO_REACTION,
    /** Sent to an organ, first or again; also each organ's own copy where there are several. */
    ASSIGNED,
    RETURNED,
    /** Handed back by the district to the city's curator (LB-4). */
    RETURNED_TO_CURATOR,
    /** The executor has begun; whoever begins says that the question is theirs. */
    WORK_STARTED,
    COMPETENCE_CONFIRMED,
    CONTRIBUTION_REQUESTED,
    CONTRIBUTION_SUBMITTED,
    /** The last of several parts is approved or amended (KH-13). */
    LAST_CONTRIBUTION,
    /** The executor said that the author has to be asked, and what (VP-17). */
    CLARIFICATION_REPORTED,
    /** Anything went for approval: reply, interim reply or clarification request. */
    DRAFT_SUBMITTED,
    /** The thing submitted is an interim reply. */
    INTERIM_SUBMITTED,
    /** The thing submitted is the full reply. */
    FINAL_SUBMITTED,
    REWORK_REQUESTED,
    APPROVED,
    /** The full reply is out. */
    PUBLISHED,
    INTERIM_PUBLISHED,
    CLARIFICATION_PUBLISHED,
    /** Done without a public reply, with a reason. */
    CLOSED,
    EXECUTOR_CHANGED,
    EXECUTOR_CHANGE_TOLD,
    /** The decree took effect: contact persons are to be named (KA-0.4). */
    DECREE,
    CONTACTS_TOLD,
    ACCOUNT_CHANGED,
    REGISTER_TOLD,
    LINK_PUBLISHED,
    PLAN_SUBMITTED,
    PLAN_AGREED,
    PLAN_RETURNED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Trigger> of(String code) {
        return Arrays.stream(values())
                .filter(trigger -> trigger.code().equals(code))
                .findFirst();
    }
}
