package otklik.routing.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.incident.Actor;
import otklik.messaging.BackgroundLoop;
import otklik.regulation.InterimRule;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.assignment.Assignments;
import otklik.routing.assignment.core.Chosen;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.InterimRules;
import otklik.routing.incident.core.Registration;
import reactor.core.publisher.Mono;

/**
 * Gives interim replies that have come due (VP-10). The mark that one is due goes away in the transaction that gives it, so that it is
 * given once, whatever dies and however many instances look.
 */
final class InterimReplies extends BackgroundLoop {

    private static final Logger log = LoggerFactory.getLogger(InterimReplies.class);
    private static final int AT_ONCE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final IncidentStore store;
    private final Assignments assignments;
    private final TransactionalOperator transaction;
    private final InstantSource time;
    private final Supplier<UUID> ids;

    InterimReplies(
            IncidentStore store,
            Assignments assignments,
            TransactionalOperator transaction,
            InstantSource time,
            Supplier<UUID> ids,
            Duration every) {
        super("interim-replies", "Interim replies that are due could not be looked for", every, every);
        this.store = store;
        this.assignments = assignments;
        this.transaction = transaction;
        this.time = time;
        this.ids = ids;
    }

    @Override
    protected boolean round() {
        look().block(PATIENCE);
        return false;
    }

    private Mono<Void> look() {
        return store.dueInterims(now(), InterimRules.waiting(), AT_ONCE)
                .concatMap(id -> give(id).onErrorResume(e -> {
                    log.warn("The interim reply of {} could not be given; trying again: {}", id, e.toString());
                    return Mono.empty();
                }))
                .then();
    }

    private Mono<Void> give(UUID id) {
        return store.lockDueInterim(id)
                .flatMap(due -> {
                    Instant now = now();
                    Incident incident = due.locked().incident();
                    if (!InterimRules.waiting().contains(incident.state())) {
                        return Mono.<Void>empty();
                    }
                    List<Fact> facts = facts(due, now);
                    Mono<Void> given = facts.isEmpty()
                            ? Mono.empty()
                            : store.append(new IncidentStore.Addition(
                                            due.locked(), facts, Actor.SYSTEM, now, null, null))
                                    .then();
                    return given.then(store.interimIsDone(id));
                })
                .as(transaction::transactional);
    }

    private List<Fact> facts(IncidentStore.DueInterim due, Instant now) {
        Incident incident = due.locked().incident();
        Regulation regulation = Regulations.installed().get(incident.jurisdiction(), incident.detectedAt());
        InterimRule rule = regulation.profile().interim();
        Optional<Chosen> chosen = Registration.isPassedOnByAPerson(regulation)
                ? Optional.empty()
                : assignments.automatic(incident.jurisdiction(), incident.id(), incident.classification(), due.text());
        return rule == null
                ? List.of()
                : InterimRules.facts(incident, regulation, rule, due.at(), now, chosen, ids.get());
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
