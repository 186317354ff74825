package otklik.sla.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.contracts.sla.TimeSpent;
import otklik.regulation.Deadline;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.regulation.Term;
import otklik.regulation.Workflow;
import otklik.regulation.time.WorkingTime;
import otklik.sla.deadline.core.IncidentClocks;
import otklik.sla.deadline.core.IncidentDeadline;
import otklik.sla.deadline.core.Ledger;
import otklik.sla.deadline.core.Status;
import otklik.sla.regulation.ExplanationView;
import otklik.web.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The deadlines of an incident, each with its proof, straight from the store the clocks are kept in. */
@RestController
@RequestMapping("/api/sla/v1/incidents/{id}")
class DeadlineApi {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(3);

    private final ClocksStore clocks;
    private final Regulations regulations;
    private final InstantSource time;

    DeadlineApi(ClocksStore clocks, Regulations regulations, InstantSource time) {
        this.clocks = clocks;
        this.regulations = regulations;
        this.time = time;
    }

    /** In the order in which they were set. */
    record Deadlines(UUID incidentId, String jurisdiction, long version, List<DeadlineView> items) {}

    /**
     * A person named an earlier end (LP-6).
     *
     * @param ownDueAt when the regulation itself would have it
     */
    record Shortened(Instant ownDueAt, String by, String clause) {}

    /** @param explanation of the regulation's own end; null where the profile of today has no such term any more */
    record DeadlineView(
            UUID id,
            String stage,
            String title,
            String clause,
            @Nullable String organ,
            Instant startedAt,
            Instant dueAt,
            Status status,
            @Nullable Instant endedAt,
            @Nullable ExplanationView explanation,
            @Nullable Shortened shortened) {}

    @GetMapping("/deadlines")
    Mono<Deadlines> deadlines(@PathVariable UUID id, Caller caller) {
        return reading(() -> deadlines(readable(id, caller)));
    }

    /**
     * Whose time the incident has taken so far.
     *
     * @param holder with whom it rests now, {@code nobody} at its end
     * @param organs which organs, where organs hold it
     * @param total all parts together
     * @param parts working time by holder; {@code non-working} is nights and days off, whoever held it
     */
    record TimeLedger(
            UUID incidentId,
            Instant detectedAt,
            Instant upTo,
            String holder,
            List<String> organs,
            Duration total,
            List<TimeSpent.Part> parts) {}

    @GetMapping("/clock")
    Mono<TimeLedger> clock(@PathVariable UUID id, Caller caller) {
        return reading(() -> clock(readable(id, caller)));
    }

    private TimeLedger clock(IncidentClocks of) {
        WorkingTime office = regulations.get(of.jurisdiction(), of.detectedAt()).time();
        Ledger ledger =
                of.isOver() ? of.ledger() : of.ledger().upTo(time.instant().truncatedTo(ChronoUnit.MICROS), office);
        return new TimeLedger(
                of.incidentId(),
                of.detectedAt(),
                ledger.since(),
                ledger.holder().wire(),
                ledger.organs(),
                Duration.of(ledger.total(), ChronoUnit.MICROS),
                ledger.parts());
    }

    private Deadlines deadlines(IncidentClocks of) {
        Regulation regulation = regulations.get(of.jurisdiction(), of.detectedAt());
        return new Deadlines(
                of.incidentId(),
                of.jurisdiction(),
                of.version(),
                of.deadlines().stream()
                        .map(deadline -> view(of, deadline, regulation))
                        .toList());
    }

    private static DeadlineView view(IncidentClocks of, IncidentDeadline deadline, Regulation regulation) {
        Term term = regulation.findTerm(deadline.stage(), deadline.importance()).orElse(null);
        Deadline own = term == null
                ? null
                : regulation.deadline(deadline.stage(), deadline.importance(), deadline.startedAt());
        return new DeadlineView(
                deadline.id(of.incidentId()),
                deadline.stage(),
                deadline.title(regulation),
                deadline.clause(),
                deadline.organ() != null || !deadline.isOpen() ? deadline.organ() : of.organ(),
                deadline.startedAt(),
                deadline.dueAt(),
                deadline.status(),
                deadline.endedAt(),
                own == null ? null : ExplanationView.of(own.explanation()),
                own == null ? null : shortened(deadline, own.dueAt(), regulation));
    }

    private static @Nullable Shortened shortened(IncidentDeadline deadline, Instant own, Regulation regulation) {
        Workflow.Shortening rule = regulation.workflow().shortening();
        return rule != null
                        && rule.stages().contains(deadline.stage())
                        && deadline.dueAt().isBefore(own)
                ? new Shortened(own, rule.by().name().toLowerCase(Locale.ROOT), rule.clause())
                : null;
    }

    private IncidentClocks readable(UUID id, Caller caller) {
        IncidentClocks found = clocks.find(id)
                .orElseThrow(() -> Problem.notFound("Сроков сообщения " + id + " нет: проверьте номер."));
        if (!caller.reaches(found.jurisdiction())) {
            throw Problem.forbidden("Сообщение относится к другому региону.");
        }
        return found;
    }

    private static <T> Mono<T> reading(Supplier<T> read) {
        return Mono.fromSupplier(read)
                .onErrorMap(
                        ClocksStore.NotNow.class,
                        e -> Problem.unavailable(
                                "Служба сроков запускается или восстанавливает данные. Повторите через несколько секунд.",
                                RETRY_AFTER))
                .subscribeOn(Schedulers.boundedElastic());
    }
}
