package otklik.publisher.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What became of letters, where those that leave together count each. From the empty ledger on: {@code ordered = sent + failed + takenBack + open}, where open is what the ledger holds as READY or
 * SENDING; {@code attempts = sent + failed + postponed}.
 */
final class LetterMetrics {

    private final Counter ordered;
    private final Counter sent;
    private final Counter failed;
    private final Counter takenBack;
    private final Counter postponed;

    LetterMetrics(MeterRegistry meters) {
        ordered = meters.counter("otklik.publisher.letters.ordered");
        sent = meters.counter("otklik.publisher.letters", "outcome", "sent");
        failed = meters.counter("otklik.publisher.letters", "outcome", "failed");
        takenBack = meters.counter("otklik.publisher.letters", "outcome", "taken_back");
        postponed = meters.counter("otklik.publisher.letters.postponed");
    }

    void ordered(long letters) {
        ordered.increment((double) letters);
    }

    void sent(long letters) {
        sent.increment((double) letters);
    }

    void failed(long letters) {
        failed.increment((double) letters);
    }

    /** They held no more before anybody tried to send them. */
    void takenBack(long letters) {
        takenBack.increment((double) letters);
    }

    /** Their step was undone. */
    void withdrawn(NoticeStore.Withdrawn letters) {
        ordered(letters.ordered());
        takenBack(letters.takenBack());
    }

    void postponed(long letters) {
        postponed.increment((double) letters);
    }
}
