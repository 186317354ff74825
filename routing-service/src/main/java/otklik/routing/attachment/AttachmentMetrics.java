package otklik.routing.attachment;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * {@code otklik_attachments_total} by outcome: every upload that whoever may bring files has begun ends as exactly one of
 * {@code KEPT + REPEATED + REFUSED + BROKEN}.
 */
final class AttachmentMetrics {

    private final MeterRegistry meters;

    AttachmentMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** How an upload ends. */
    enum Outcome {
        KEPT,
        /** It was there already. */
        REPEATED,
        /** It cannot stand with a reply. */
        REFUSED,
        /** Cut off, or the store is away. */
        BROKEN
    }

    void ended(Outcome outcome) {
        meters.counter("otklik.attachments", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
