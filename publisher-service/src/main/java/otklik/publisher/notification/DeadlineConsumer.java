package otklik.publisher.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Topics;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact.DeadlineReopened;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import otklik.publisher.notification.core.Ending;
import otklik.publisher.notification.core.Notice.Sort;
import otklik.publisher.notification.core.Noticing;
import otklik.publisher.notification.core.What;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes warnings, breaches and the steps of the ladder, and takes back what holds no more before anybody was told, unless the step by which it ended was taken back. */
final class DeadlineConsumer implements EventConsumer {

    /** A step is taken back so soon or not at all (ADR 7). */
    private static final Duration UNDONE_WITHIN = Duration.ofSeconds(30);

    private final NoticeStore notices;
    private final Regulations regulations;
    private final LetterSettings settings;
    private final LetterMetrics metrics;
    private final InstantSource time;

    DeadlineConsumer(
            NoticeStore notices,
            Regulations regulations,
            LetterSettings settings,
            LetterMetrics metrics,
            InstantSource time) {
        this.notices = notices;
        this.regulations = regulations;
        this.settings = settings;
        this.metrics = metrics;
        this.time = time;
    }

    @Override
    public String group() {
        return "publisher-service.deadlines";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.SLA_DEADLINES);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        return envelope.event() instanceof DeadlineEvent deadline
                ? (deadline.fact() instanceof DeadlineReopened reopened ? reopen(deadline, reopened) : end(deadline))
                        .then(note(envelope.id(), deadline))
                : Mono.empty();
    }

    private Mono<Void> end(DeadlineEvent deadline) {
        Ending ending = Ending.of(deadline.fact());
        What.@Nullable Ended ended = ending.ended();
        Mono<Void> takenBack = ending.takenBack().isEmpty()
                ? Mono.empty()
                : notices.takeBack(deadline.deadlineId(), ending.takenBack(), deadline.at())
                        .doOnNext(metrics::takenBack)
                        .then();
        return ended == null ? takenBack : takenBack.then(notices.ended(deadline.deadlineId(), ended));
    }

    private Mono<Void> reopen(DeadlineEvent deadline, DeadlineReopened reopened) {
        Set<Sort> sorts = reopened.breached() ? Set.of(Sort.BREACHED, Sort.ESCALATED) : Set.of(Sort.WARNED);
        Instant since = deadline.at().minus(UNDONE_WITHIN);
        return notices.tellAgain(deadline.deadlineId(), sorts, since, deadline.at())
                .doOnNext(metrics::ordered)
                .then(notices.notMadeGood(deadline.deadlineId(), since, deadline.at()))
                .doOnNext(metrics::takenBack)
                .then(notices.ended(deadline.deadlineId(), null));
    }

    private Mono<Void> note(UUID id, DeadlineEvent deadline) {
        @Nullable
        Regulation regulation =
                regulations.find(deadline.jurisdiction(), deadline.startedAt()).orElse(null);
        // Old news come when the topic is read from its beginning: nobody is written to about them.
        Instant tooOld = time.instant().minus(settings.giveUpAfter());
        return Flux.fromIterable(Noticing.of(id, deadline, regulation))
                .filter(notice -> notice.tellAt().isAfter(tooOld))
                .concatMap(notice -> notices.note(
                        notice, deadline.incidentId(), deadline.incidentVersion(), deadline.at(), deadline))
                .then();
    }
}
