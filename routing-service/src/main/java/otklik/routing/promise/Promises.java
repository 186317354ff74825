package otklik.routing.promise;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.incident.Actor;
import otklik.regulation.Letters;
import otklik.regulation.Regulations;
import otklik.routing.incident.IncidentTrail;
import otklik.routing.incident.Visibility;
import otklik.routing.promise.core.Promise;
import otklik.routing.promise.core.PromiseRules;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/** Lists promises to those who may see them, and takes the answers of those who answer for them. */
final class Promises {

    private final PromiseStore store;
    private final IncidentTrail trail;
    private final TransactionalOperator transaction;
    private final InstantSource time;

    Promises(PromiseStore store, IncidentTrail trail, TransactionalOperator transaction, InstantSource time) {
        this.store = store;
        this.trail = trail;
        this.transaction = transaction;
        this.time = time;
    }

    Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Mono<List<Promise>> of(UUID incident, Caller caller) {
        return trail.visible(incident, caller).flatMap(seen -> store.of(seen.id()));
    }

    /** Whoever watches over the jurisdiction sees all, the people of an organ see their own. */
    Mono<List<Promise>> of(
            String jurisdiction,
            @Nullable String organ,
            @Nullable Instant dueBy,
            boolean all,
            int limit,
            Caller caller) {
        if (!caller.reaches(jurisdiction)) {
            return Mono.error(Problem.forbidden("Это другая территория.").by(clause(jurisdiction)));
        }
        if (Visibility.seesAll(caller, jurisdiction)) {
            return store.of(jurisdiction, organ == null ? null : List.of(organ), dueBy, all, limit);
        }
        List<String> own = caller.grants().stream()
                .filter(grant -> grant.covers(jurisdiction))
                .map(Grant::organ)
                .flatMap(Stream::ofNullable)
                .filter(each -> organ == null || organ.equals(each))
                .toList();
        return store.of(jurisdiction, own, dueBy, all, limit);
    }

    Mono<Promise> answer(UUID id, PromiseRules.Answer answer, @Nullable Long expected, Caller caller) {
        return store.lock(id)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("Обещания " + id + " нет.")))
                .flatMap(promise -> Mono.defer(() -> answer(promise, answer, expected, caller))
                        .onErrorMap(Problem.class, no -> no.by(clause(promise.jurisdiction()))))
                .as(transaction::transactional);
    }

    /** What is there now, for whoever has seen an earlier version. */
    private record Current(
            String status,
            LocalDate dueOn,
            @Nullable String note,
            @Nullable String link,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {
        static Current of(Promise promise) {
            return new Current(
                    promise.status().name(),
                    promise.dueOn(),
                    promise.note(),
                    promise.link(),
                    promise.changedBy(),
                    promise.changedAt());
        }
    }

    /** By which somebody answers for what was promised there: the clause that has them told when its day has come. */
    private static @Nullable String clause(String jurisdiction) {
        return Regulations.installed()
                .get(jurisdiction)
                .profile()
                .letters()
                .about(Letters.Occasion.PROMISE_DUE)
                .stream()
                .findFirst()
                .map(Letters.Tell::clause)
                .orElse(null);
    }

    private Mono<Promise> answer(Promise promise, PromiseRules.Answer answer, @Nullable Long expected, Caller caller) {
        Actor by = PromiseRules.rightToAnswer(promise, caller)
                .map(caller::as)
                .orElseThrow(
                        () -> Problem.forbidden("За обещание отвечают сотрудники органа, который его дал, и куратор."));
        if (expected != null && expected != promise.version()) {
            return Mono.error(new Problem(
                            412,
                            "stale-version",
                            "Обещание успели изменить",
                            "Пока вы работали, его изменил(а) " + promise.changedBy()
                                    + ". Посмотрите, что нового, и повторите.",
                            null)
                    .with("version", promise.version())
                    .with("current", Current.of(promise)));
        }
        ZoneId zone = Regulations.installed().get(promise.jurisdiction()).zone();
        return switch (PromiseRules.decide(promise, answer, by, zone, now())) {
            case PromiseRules.Outcome.Refused no ->
                Mono.error(new Problem(no.status(), no.code(), "Ответ не записан", no.detail(), null));
            case PromiseRules.Outcome.Changed done -> store.save(done.promise()).thenReturn(done.promise());
        };
    }
}
