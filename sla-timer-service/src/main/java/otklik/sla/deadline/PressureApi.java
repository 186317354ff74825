package otklik.sla.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.sla.deadline.core.IncidentClocks;
import otklik.web.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Expected breaches in the next working hours, by organ, over the clocks that this instance keeps. Goes through all of them: about two
 * seconds for a million.
 */
@RestController
@RequestMapping("/api/sla/v1/pressure")
class PressureApi {

    private static final int LONGEST = 80;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(3);

    private final ClocksStore clocks;
    private final Regulations regulations;
    private final InstantSource time;

    PressureApi(ClocksStore clocks, Regulations regulations, InstantSource time) {
        this.clocks = clocks;
        this.regulations = regulations;
        this.time = time;
    }

    /** {@code until} is the end of the window. */
    record Expected(String jurisdiction, int workingHours, Instant at, Instant until, List<Pressure.OfOrgan> items) {}

    @GetMapping
    Mono<Expected> pressure(
            @RequestParam String jurisdiction, @RequestParam(defaultValue = "8") int hours, Caller caller) {
        if (!caller.reaches(jurisdiction)) {
            throw Problem.forbidden("Это другой регион.");
        }
        if (hours < 1 || hours > LONGEST) {
            throw Problem.unprocessable(
                    "hours-out-of-range", "Не то число часов", "Укажите от 1 до " + LONGEST + " рабочих часов.");
        }
        Regulation regulation = regulations
                .find(jurisdiction)
                .orElseThrow(() -> Problem.notFound("Такого региона нет: " + jurisdiction));
        return Mono.fromSupplier(() -> count(regulation, hours))
                .onErrorMap(
                        ClocksStore.NotNow.class,
                        e -> Problem.unavailable(
                                "Служба сроков запускается. Повторите через несколько секунд.", RETRY_AFTER))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Expected count(Regulation regulation, int hours) {
        Instant now = time.instant();
        Pressure pressure = new Pressure(regulation, now, hours);
        try (KeyValueIterator<UUID, IncidentClocks> all = clocks.store().all()) {
            all.forEachRemaining(entry -> pressure.add(entry.value));
        }
        return new Expected(regulation.id(), hours, now, pressure.until(), pressure.byOrgan());
    }
}
