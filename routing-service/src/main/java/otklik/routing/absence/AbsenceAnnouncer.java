package otklik.routing.absence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.IncidentId;
import otklik.contracts.InstantText;
import otklik.contracts.Topics;
import otklik.contracts.reference.AbsenceNoted;
import otklik.messaging.BackgroundLoop;
import otklik.messaging.Envelope;
import otklik.messaging.EventSender;
import otklik.routing.absence.core.Absence;
import reactor.core.publisher.Mono;

/**
 * Tells the others who is away and who stands in, and to forget it when it is over. The table itself is the outbox: what was not told is told
 * again, under the same event id, by whichever instance gets hold of the row. It may die anywhere.
 */
final class AbsenceAnnouncer extends BackgroundLoop {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AbsenceStore store;
    private final EventSender sender;
    private final TransactionalOperator transaction;
    private final InstantSource time;

    AbsenceAnnouncer(AbsenceStore store, EventSender sender, TransactionalOperator transaction, InstantSource time) {
        super("absence-announcer", "Absences could not be told", BETWEEN_LOOKS, AFTER_FAILURE);
        this.store = store;
        this.sender = sender;
        this.transaction = transaction;
        this.time = time;
    }

    private Mono<Void> announce() {
        Instant now = time.instant();
        return store.untold(now)
                .collectList()
                .flatMap(absences ->
                        sender.sent(absences.stream().map(this::told).toList()).then(store.markTold(absences)))
                .as(transaction::transactional)
                .then(store.over(now).collectList().flatMap(this::forget).as(transaction::transactional));
    }

    private Mono<Void> forget(List<Absence> absences) {
        return sender.removed(
                        Topics.REFERENCE_ABSENCES,
                        absences.stream()
                                .map(absence -> absence.id().toString())
                                .toList())
                .then(store.markForgotten(absences));
    }

    private Envelope told(Absence absence) {
        String name = "absence/" + absence.id() + '/' + InstantText.write(absence.endsAt());
        AbsenceNoted noted = new AbsenceNoted(
                absence.id(),
                absence.jurisdiction(),
                absence.person(),
                absence.substitute(),
                absence.startsAt(),
                absence.endsAt());
        return new Envelope(IncidentId.nameBased(name), time.instant(), noted, null);
    }

    @Override
    protected boolean round() {
        announce().block(PATIENCE);
        return false;
    }
}
