package otklik.publisher.reply.core;

import java.time.Duration;
import java.time.Instant;
import otklik.contracts.publication.RefusalReason;

/**
 * A reply that was begun to be sent.
 *
 * @param number 1, 2, 3… of the reply; 0 before the first, while its files are uploaded
 * @param resend whether it repeats an attempt of unknown outcome: there is only one such
 * @param firstAt when the first attempt began
 * @param beganAt when this one began
 */
public record Attempt(int number, boolean resend, Instant firstAt, Instant beganAt) {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration UPLOAD_PAUSE = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** What the outcome of the call leads to. */
    public Decision after(Outcome outcome, Instant now, Patience patience) {
        return switch (outcome) {
            case Outcome.Done done -> Decision.of(new Step.Close(done.comment(), done.thread(), now));
            case Outcome.Unclear unclear -> Decision.of(new Step.LookAt(now, unclear.why()));
            case Outcome.NotSent notSent ->
                again(now.plus(pause()), RefusalReason.UNREACHABLE, notSent.why(), now, patience);
            case Outcome.Declined declined -> declined(declined, now, patience);
        };
    }

    /** What an upload before the call leads to. An unclear one is tried again: nobody sees what was uploaded twice. */
    public Decision after(Upload upload, Instant now, Patience patience) {
        return switch (upload) {
            case Upload.Done ignored -> Decision.of(new Step.SendAgain(now, resend, "a file was uploaded"));
            case Upload.NotYet notYet ->
                again(now.plus(UPLOAD_PAUSE), RefusalReason.ATTACHMENTS, notYet.why(), now, patience);
            case Upload.Never never -> Decision.refused(RefusalReason.ATTACHMENTS, never.why());
            case Upload.Declined declined -> declined(declined, now, patience);
        };
    }

    private Decision declined(Upload.Declined declined, Instant now, Patience patience) {
        String detail = "VK " + declined.code() + ": " + declined.message();
        return switch (VkErrors.of(declined.code())) {
            case Treatment.Reconcile ignored ->
                again(now.plus(UPLOAD_PAUSE), RefusalReason.ATTACHMENTS, detail, now, patience);
            case Treatment.Refuse ignored -> Decision.refused(RefusalReason.ATTACHMENTS, detail);
            case Treatment.Retry retry -> again(now.plus(retry.pause()), retry.reason(), detail, now, patience);
            case Treatment.RestAccount rest ->
                new Decision(new Step.Refuse(rest.reason(), detail), now.plus(patience.accountRest()));
        };
    }

    /** What a look at the page leads to, while the outcome of this attempt is unknown. */
    public Decision after(Look look, Instant now, Patience patience) {
        return switch (look) {
            case Look.Found found -> Decision.of(new Step.Close(found.comment(), found.thread(), found.postedAt()));
            case Look.Unreadable unreadable ->
                now.isBefore(beganAt.plus(patience.whole()))
                        ? Decision.of(new Step.LookAt(now.plus(patience.betweenLooks()), unreadable.why()))
                        : Decision.refused(RefusalReason.UNKNOWN_OUTCOME, unreadable.why());
            case Look.Absent ignored -> absent(now, patience);
        };
    }

    private Decision absent(Instant now, Patience patience) {
        Instant certainAt = beganAt.plus(patience.readable());
        if (now.isBefore(certainAt)) {
            Instant next = now.plus(patience.betweenLooks());
            return Decision.of(new Step.LookAt(next.isBefore(certainAt) ? next : certainAt, "not there yet"));
        }
        return resend
                ? Decision.refused(RefusalReason.UNKNOWN_OUTCOME, "twice without an answer, and not on the page")
                : Decision.of(new Step.SendAgain(now, true, "not on the page"));
    }

    private Decision declined(Outcome.Declined declined, Instant now, Patience patience) {
        String detail = "VK " + declined.code() + ": " + declined.message();
        return switch (VkErrors.of(declined.code())) {
            case Treatment.Reconcile ignored -> Decision.of(new Step.LookAt(now, detail));
            case Treatment.Refuse refuse -> Decision.refused(refuse.reason(), detail);
            case Treatment.Retry retry -> again(now.plus(retry.pause()), retry.reason(), detail, now, patience);
            case Treatment.RestAccount rest ->
                new Decision(new Step.Refuse(rest.reason(), detail), now.plus(patience.accountRest()));
        };
    }

    private Decision again(Instant at, RefusalReason reason, String why, Instant now, Patience patience) {
        return now.isBefore(firstAt.plus(patience.whole()))
                ? Decision.of(new Step.SendAgain(at, resend, why))
                // After a resend nobody may say "certainly not sent": the attempt before it had no clear outcome.
                : Decision.refused(resend ? RefusalReason.UNKNOWN_OUTCOME : reason, why);
    }

    private Duration pause() {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.clamp(number - 1L, 0, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
