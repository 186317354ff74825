package otklik.sla.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.springframework.http.server.reactive.ServerHttpRequest;
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
 * Expected breaches in the next working hours, by organ. Whoever is asked goes through its own clocks, about two seconds for a million, and
 * asks the other instances to do the same with theirs.
 */
@RestController
@RequestMapping(PressureApi.PATH)
class PressureApi {

    static final String PATH = "/api/sla/v1/pressure";
    private static final int LONGEST = 80;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(3);

    private final ClocksStore clocks;
    private final Regulations regulations;
    private final Neighbours neighbours;
    private final InstantSource time;

    PressureApi(ClocksStore clocks, Regulations regulations, Neighbours neighbours, InstantSource time) {
        this.clocks = clocks;
        this.regulations = regulations;
        this.neighbours = neighbours;
        this.time = time;
    }

    /** {@code until} is the end of the window. */
    record Expected(String jurisdiction, int workingHours, Instant at, Instant until, List<Pressure.OfOrgan> items) {}

    /** What one instance counted of its own clocks. */
    record Own(List<Pressure.Count> counts) {}

    @GetMapping
    Mono<Expected> pressure(
            @RequestParam String jurisdiction,
            @RequestParam(defaultValue = "8") int hours,
            Caller caller,
            ServerHttpRequest request) {
        Regulation regulation = asked(jurisdiction, hours, caller);
        Instant at = time.instant();
        String others = PATH + "/own?jurisdiction=" + jurisdiction + "&hours=" + hours + "&at=" + at;
        return counted(regulation, hours, at)
                .flatMap(pressure -> neighbours
                        .askOthers(others, request, Own.class)
                        .doOnNext(own -> own.counts().forEach(pressure::add))
                        .then(Mono.fromSupplier(
                                () -> new Expected(regulation.id(), hours, at, pressure.until(), pressure.byOrgan()))))
                .onErrorMap(Neighbours.Silent.class, PressureApi::notNow);
    }

    /** For the other instances: the clocks of this one alone. */
    @GetMapping("/own")
    Mono<Own> own(@RequestParam String jurisdiction, @RequestParam int hours, @RequestParam Instant at, Caller caller) {
        return counted(asked(jurisdiction, hours, caller), hours, at).map(pressure -> new Own(pressure.counts()));
    }

    private Regulation asked(String jurisdiction, int hours, Caller caller) {
        if (!caller.reaches(jurisdiction)) {
            throw Problem.forbidden("Это другой регион.");
        }
        if (hours < 1 || hours > LONGEST) {
            throw Problem.unprocessable(
                    "hours-out-of-range", "Не то число часов", "Укажите от 1 до " + LONGEST + " рабочих часов.");
        }
        return regulations
                .find(jurisdiction)
                .orElseThrow(() -> Problem.notFound("Такого региона нет: " + jurisdiction));
    }

    private Mono<Pressure> counted(Regulation regulation, int hours, Instant at) {
        return Mono.fromSupplier(() -> count(regulation, hours, at))
                .onErrorMap(ClocksStore.NotNow.class, PressureApi::notNow)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Problem notNow(Throwable e) {
        return Problem.unavailable("Служба сроков запускается. Повторите через несколько секунд.", RETRY_AFTER);
    }

    private Pressure count(Regulation regulation, int hours, Instant at) {
        Pressure pressure = new Pressure(regulation, at, hours);
        try (KeyValueIterator<UUID, IncidentClocks> all = clocks.store().all()) {
            all.forEachRemaining(entry -> pressure.add(entry.value));
        }
        return pressure;
    }
}
