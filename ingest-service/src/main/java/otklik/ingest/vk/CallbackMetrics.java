package otklik.ingest.vk;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * What became of callbacks: {@code received = confirmed + taken + duplicate + unknown_type + own + empty_text + wrong_secret + unreadable
 * + refused + deferred}, all of them counted at {@code /callbacks/vk/…} of a known jurisdiction.
 */
final class CallbackMetrics {

    /** How a callback ended. */
    enum Outcome {
        CONFIRMED,
        /** Durable in Kafka, or known from before by its post. */
        TAKEN,
        /** Known from before by its event id. */
        DUPLICATE,
        UNKNOWN_TYPE,
        OWN,
        EMPTY_TEXT,
        WRONG_SECRET,
        UNREADABLE,
        /** Too large, or against a rule of the intake. */
        REFUSED,
        /** Kafka or the database was away; VK sends it again. */
        DEFERRED
    }

    private final MeterRegistry meters;

    CallbackMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void received() {
        meters.counter("otklik.vk.received").increment();
    }

    void ended(Outcome outcome) {
        meters.counter("otklik.vk.callbacks", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
