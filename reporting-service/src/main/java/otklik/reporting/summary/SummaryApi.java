package otklik.reporting.summary;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/** The summary for whoever has any grant in the jurisdiction. */
@RestController
@RequestMapping("/api/reports/v1/summary")
class SummaryApi {

    private static final int MOST_DAYS = 400;

    private final SummaryStore store;
    private final Regulations regulations;
    private final InstantSource time;

    SummaryApi(SummaryStore store, Regulations regulations, InstantSource time) {
        this.store = store;
        this.regulations = regulations;
        this.time = time;
    }

    /**
     * @param from first local day; absent: the first of the month
     * @param to last local day, included; absent: the last of the month
     */
    @GetMapping
    Mono<Summary> summary(
            @RequestParam String jurisdiction,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            Caller caller) {
        Regulation regulation = visible(jurisdiction, caller, regulations);
        Instant now = time.instant();
        return summary(regulation, sensible(Period.of(from, to, regulation.zone(), now)), now);
    }

    /** The regulation of a jurisdiction that the caller may read about. */
    static Regulation visible(String jurisdiction, Caller caller, Regulations regulations) {
        if (!caller.reaches(jurisdiction)) {
            throw Problem.forbidden("Сводку видят те, кто работает в этой территории.");
        }
        return regulations
                .find(jurisdiction)
                .orElseThrow(() -> Problem.notFound("Территория «" + jurisdiction + "» здесь не заведена."));
    }

    /** @throws Problem where it ends before it begins, or is too long to count */
    static Period sensible(Period period) {
        if (period.isBackwards()) {
            throw Problem.unprocessable(
                    "bad-period",
                    "Начало позже конца",
                    "Укажите from не позже to, например from=2026-11-01&to=2026-11-30.");
        }
        if (ChronoUnit.DAYS.between(period.from(), period.to()) > MOST_DAYS) {
            throw Problem.unprocessable(
                    "bad-period",
                    "Слишком длинный период",
                    "Сводка считается не больше чем за " + MOST_DAYS + " дней.");
        }
        return period;
    }

    private Mono<Summary> summary(Regulation regulation, Period period, Instant now) {
        Clauses clauses = new Clauses(regulation);
        SummaryStore.Question question = new SummaryStore.Question(regulation.id(), period, clauses.answerStage());
        return Mono.zip(
                        store.totals(question),
                        store.timeToAnswer(question),
                        store.byState(question),
                        store.byOrgan(question),
                        store.byTopic(question),
                        store.breaches(question),
                        store.byDay(question))
                .map(parts -> {
                    Map<String, Long> totals = parts.getT1();
                    return new Summary(
                            regulation.id(),
                            period.from(),
                            period.to(),
                            period.zone().getId(),
                            now,
                            totals.getOrDefault("detected", 0L),
                            totals.getOrDefault("published", 0L),
                            totals.getOrDefault("publishedInTime", 0L),
                            totals.getOrDefault("publishedLate", 0L),
                            totals.getOrDefault("returned", 0L),
                            totals.getOrDefault("reworks", 0L),
                            totals.getOrDefault("screenedOut", 0L),
                            totals.getOrDefault("open", 0L),
                            totals.getOrDefault("overdue", 0L),
                            parts.getT2(),
                            parts.getT3(),
                            parts.getT4(),
                            parts.getT5(),
                            parts.getT6(),
                            parts.getT7(),
                            clauses.byFigure());
                });
    }
}
