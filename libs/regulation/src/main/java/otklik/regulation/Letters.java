package otklik.regulation;

import java.util.List;

/**
 * Who gets a letter about what. What is not here shows in the queues and the feed only; breaches and the steps of the ladder are always worth
 * a letter, and so is new work to the executors.
 *
 * @param warnings shares of a term, in percent, that are worth a letter: some of the profile's warnings
 * @param lastSafe whether the last safe moment is
 * @param tells what else is told, to whom and by which clause
 */
public record Letters(List<Integer> warnings, boolean lastSafe, List<Tell> tells) {

    /** Where a profile says nothing. */
    public static final Letters NONE = new Letters(List.of(), false, List.of());

    public Letters {
        warnings = List.copyOf(warnings);
        tells = List.copyOf(tells);
    }

    /** The tells about this occasion, in the order of the profile. */
    public List<Tell> about(Occasion occasion) {
        return tells.stream().filter(tell -> tell.about() == occasion).toList();
    }

    /**
     * @param to people of an organ: those of the organ it is about; a supervisor: who is over that organ
     * @param when at once, or gathered until the next working morning
     */
    public record Tell(Occasion about, List<Role> to, String clause, When when) {
        public Tell {
            to = List.copyOf(to);
        }
    }

    /** What may be worth a letter. */
    public enum Occasion {
        /** A new incident has its number (LB-4). */
        REGISTERED,
        /** An incident is of elevated importance, from its registration on or because the curator found so (AK-21). */
        SIGNIFICANT,
        /** Many write about the same in the same place: a surge has begun, or has grown a lot since (AK-21). */
        SURGE,
        /** It was kept apart: obscene, a threat (LB-9). */
        SCREENED_OUT,
        /** A draft waits that its executor marked urgent (VP-10). */
        URGENT_DRAFT,
        /** Days off are ahead, and an incident that has to be passed on today is with the curator still (VP-10). */
        PASS_ON_DUE,
        /** The day has come by which a published reply promised something, and nobody has said what became of it. */
        PROMISE_DUE,
        /** An organ has other executors than before (KH-5). */
        EXECUTOR_CHANGED,
        /** A term was missed and made good before the ladder came to these roles (AK-19). */
        MISSED_TERM,
        /** Whoever may has set the executor an earlier end than the regulation's (LP-6). */
        TERM_SHORTENED,
        /** Whoever may has set when the answer of an organ is due, for which the regulation has no figure (LB-5). */
        TERM_SET,
        /** A draft or a part came back for rework. */
        DRAFT_RETURNED,
        /** The system cannot post the reply: a person has to, or nobody can (LB-8). */
        MANUAL_PUBLICATION,
        /** The reply stands where the post stands (VP-16). */
        PUBLISHED
    }

    /** When it is told. */
    public enum When {
        AT_ONCE,
        NEXT_MORNING
    }
}
