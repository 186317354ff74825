package otklik.publisher.reply.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import otklik.contracts.publication.RefusalReason;

/** What to do with a reply and, where set, until when its account rests. */
public record Decision(Step step, @Nullable Instant accountRestsUntil) {

    static Decision of(Step step) {
        return new Decision(step, null);
    }

    static Decision refused(RefusalReason reason, String detail) {
        return of(new Step.Refuse(reason, detail));
    }
}
