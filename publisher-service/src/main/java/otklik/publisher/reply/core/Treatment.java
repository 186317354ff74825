package otklik.publisher.reply.core;

import java.time.Duration;
import otklik.contracts.publication.RefusalReason;

/** What an error of a network calls for. */
public sealed interface Treatment {

    /** Certainly not executed: again after a pause; refused for the reason when the time for it is over. */
    record Retry(Duration pause, RefusalReason reason) implements Treatment {}

    /** May have been executed: read the page before anything else is done. */
    record Reconcile() implements Treatment {}

    /** Certainly not executed, and never will be. */
    record Refuse(RefusalReason reason) implements Treatment {}

    /** Concerns the account rather than this reply: this one goes to a person, and the account rests. */
    record RestAccount(RefusalReason reason) implements Treatment {}
}
