package otklik.publisher.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What became of letters, where those that leave together count each. From the empty ledger on: {@code ordered = sent + failed + open}, where open is what the ledger holds as READY or
 * SENDING; {@code attempts = sent + failed + postponed}.
 */
final class LetterMetrics {

    private final Counter ordered;
    private final Counter sent;
    private final Counter failed;
    private final Counter postponed;

    LetterMetrics(MeterRegistry meters) {
        ordered = meters.counter("otklik.publisher.letters.ordered");
        sent = meters.counter("otklik.publisher.letters", "outcome", "sent");
        failed = meters.counter("otklik.publisher.letters", "outcome", "failed");
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

    void postponed(long letters) {
        postponed.increment((double) letters);
    }
}
