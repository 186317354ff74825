package otklik.ingest.classify;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.Screening;

/**
 * What the classifier made of posts: {@code classified = passed + screened}, where passed is the screening verdict {@code clean} and
 * screened all the others. A post that is classified again after a failure counts again.
 */
final class ClassifyMetrics {

    private final Counter classified;
    private final Map<Screening, Counter> byVerdict = new EnumMap<>(Screening.class);

    ClassifyMetrics(MeterRegistry meters) {
        classified = meters.counter("otklik.classify.classified");
        for (Screening verdict : Screening.values()) {
            byVerdict.put(verdict, meters.counter("otklik.classify.posts", "screening", verdict.wire()));
        }
    }

    void classified(Classification classification) {
        classified.increment();
        Counter verdict = byVerdict.get(classification.screening());
        if (verdict != null) {
            verdict.increment();
        }
    }
}
