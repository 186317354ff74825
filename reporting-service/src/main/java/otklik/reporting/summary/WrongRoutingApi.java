package otklik.reporting.summary;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.regulation.Term;
import reactor.core.publisher.Mono;

/** What sending incidents to the wrong organ cost, for whoever has any grant in the jurisdiction. */
@RestController
@RequestMapping("/api/reports/v1/wrong-routing")
class WrongRoutingApi {

    private final WrongRoutingStore store;
    private final Regulations regulations;
    private final InstantSource time;

    WrongRoutingApi(WrongRoutingStore store, Regulations regulations, InstantSource time) {
        this.store = store;
        this.regulations = regulations;
        this.time = time;
    }

    /**
     * @param from first local day; absent: the first of the month
     * @param to last local day, included; absent: the last of the month
     */
    @GetMapping
    Mono<WrongRouting> wrongRouting(
            @RequestParam String jurisdiction,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            Caller caller) {
        Regulation regulation = SummaryApi.visible(jurisdiction, caller, regulations);
        Instant now = time.instant();
        return wrongRouting(regulation, SummaryApi.sensible(Period.of(from, to, regulation.zone(), now)), now);
    }

    private Mono<WrongRouting> wrongRouting(Regulation regulation, Period period, Instant now) {
        String id = regulation.id();
        return Mono.zip(
                        store.totals(id, period),
                        store.byRouter(id, period),
                        store.byOrgan(id, period),
                        store.byTopic(id, period))
                .map(parts -> new WrongRouting(
                        id,
                        period.from(),
                        period.to(),
                        period.zone().getId(),
                        now,
                        parts.getT1().returned(),
                        parts.getT1().incidents(),
                        parts.getT1().lostMinutes(),
                        parts.getT2(),
                        parts.getT3(),
                        parts.getT4(),
                        regulation
                                .findTerm("return", Importance.NORMAL)
                                .map(Term::clause)
                                .orElse(null)));
    }
}
