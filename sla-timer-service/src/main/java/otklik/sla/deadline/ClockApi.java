package otklik.sla.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Role;
import otklik.messaging.ProcessClock;
import otklik.web.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The clock of this installation. A virtual one is advanced in steps of an hour, with a breath after each in which the services see it, so
 * that what a month brings comes in its order: less than a minute for a month.
 */
@RestController
class ClockApi {

    private static final Duration STEP = Duration.ofHours(1);
    private static final Duration BREATH = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofDays(31);

    private final InstantSource time;

    ClockApi(InstantSource time) {
        this.time = time;
    }

    record Now(Instant now, boolean virtual) {}

    /** Either how far, or until when. */
    record Advance(@Nullable Duration by, @Nullable Instant to) {}

    @GetMapping("/api/sla/v1/clock")
    Now now() {
        return new Now(time.instant(), ProcessClock.virtual().isPresent());
    }

    /** Answers when the clock has arrived. */
    @PostMapping("/api/sla/v1/clock:advance")
    Mono<Now> advance(@RequestBody Advance wanted, Caller caller) {
        if (caller.grants().stream().noneMatch(grant -> grant.role() == Role.ADMIN)) {
            throw Problem.forbidden("Часы переводит администратор.");
        }
        ProcessClock clock = ProcessClock.virtual()
                .orElseThrow(() -> new Problem(
                        409,
                        "clock-is-real",
                        "Часы настоящие",
                        "Переводить можно только виртуальные часы: ./otklik up --clock=2026-04-30T08:00+07:00",
                        null));
        Duration by = length(wanted, clock.instant());
        long whole = by.dividedBy(STEP);
        return Flux.range(0, (int) whole)
                .concatMap(step -> Mono.delay(BREATH).doOnNext(ignored -> clock.advance(STEP)))
                .then(Mono.delay(BREATH))
                .doOnNext(ignored -> clock.advance(by.minus(STEP.multipliedBy(whole))))
                .then(Mono.fromSupplier(this::now));
    }

    private static Duration length(Advance wanted, Instant now) {
        Instant to = wanted.to();
        Duration by = wanted.by() != null ? wanted.by() : to != null ? Duration.between(now, to) : Duration.ZERO;
        if (by.isNegative() || by.isZero() || by.compareTo(LONGEST) > 0) {
            throw Problem.unprocessable(
                    "clock-out-of-range", "Так часы не перевести", "Вперёд и не больше чем на 31 день за раз.");
        }
        return by;
    }
}
