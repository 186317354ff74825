package otklik.routing.absence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import otklik.routing.absence.core.Absence;
import reactor.core.publisher.Mono;

/**
 * Who stands in for whom just now, asked at every request and so kept in memory. An absence begins and ends to the second; one that was
 * written down or called off at another instance is known half a second later. Thread-safe.
 */
final class StandIns {

    private static final Duration FRESH = Duration.ofMillis(500);

    private final InstantSource time;
    private final AtomicLong changes = new AtomicLong();
    private final Mono<Known> known;

    StandIns(AbsenceStore store, InstantSource time) {
        this.time = time;
        known = Mono.defer(() -> load(store)).cacheInvalidateIf(this::isOld);
    }

    private record Known(Map<String, List<Absence>> bySubstitute, Instant at, long changes) {}

    /** The absences in which that person stands in now. */
    Mono<List<Absence>> of(String substitute) {
        return known.map(all -> all.bySubstitute().getOrDefault(substitute, List.of()).stream()
                .filter(absence -> isNow(absence, time.instant()))
                .toList());
    }

    /** This instance has changed an absence: what is known is looked up again. */
    void changed() {
        changes.incrementAndGet();
    }

    private Mono<Known> load(AbsenceStore store) {
        long before = changes.get();
        Instant now = time.instant();
        return store.open(now)
                .collect(Collectors.groupingBy(Absence::substitute))
                .map(found -> new Known(found, now, before));
    }

    private boolean isOld(Known what) {
        return what.changes() != changes.get()
                || Duration.between(what.at(), time.instant()).abs().compareTo(FRESH) > 0;
    }

    private static boolean isNow(Absence absence, Instant now) {
        return !absence.startsAt().isAfter(now) && absence.endsAt().isAfter(now);
    }
}
