package otklik.publisher.notification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import otklik.contracts.Topics;
import otklik.contracts.promise.PromiseDue;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import otklik.publisher.notification.core.Noticing;
import otklik.regulation.Regulations;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes promises whose day has come, for those who are to say what became of them. */
final class PromiseConsumer implements EventConsumer {

    /** No version of the incident brought it about, so no step that is taken back takes it back. */
    private static final long NO_VERSION = 0;

    private final NoticeStore notices;
    private final Regulations regulations;
    private final LetterSettings settings;
    private final InstantSource time;

    PromiseConsumer(NoticeStore notices, Regulations regulations, LetterSettings settings, InstantSource time) {
        this.notices = notices;
        this.regulations = regulations;
        this.settings = settings;
        this.time = time;
    }

    @Override
    public String group() {
        return "publisher-service.promises";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.INCIDENTS_PROMISES);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        return envelope.event() instanceof PromiseDue promise ? note(promise) : Mono.empty();
    }

    private Mono<Void> note(PromiseDue promise) {
        // Old news come when the topic is read from its beginning: nobody is written to about them.
        Instant tooOld = time.instant().minus(settings.giveUpAfter());
        return Flux.fromIterable(Noticing.of(
                        promise,
                        regulations.find(promise.jurisdiction(), promise.at()).orElse(null)))
                .filter(notice -> notice.tellAt().isAfter(tooOld))
                .concatMap(notice -> notices.note(notice, promise.incidentId(), NO_VERSION, promise.at(), promise))
                .then();
    }
}
