package otklik.publisher.notification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import otklik.contracts.Topics;
import otklik.contracts.organ.ExecutorsChanged;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import otklik.publisher.notification.core.Noticing;
import otklik.regulation.Regulations;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes changes of executors, for those who are to be told of them (KH-5). */
final class ExecutorConsumer implements EventConsumer {

    /** A change is no incident: nothing is taken back of it. */
    private static final long NO_VERSION = 0;

    private final NoticeStore notices;
    private final Regulations regulations;
    private final LetterSettings settings;
    private final InstantSource time;

    ExecutorConsumer(NoticeStore notices, Regulations regulations, LetterSettings settings, InstantSource time) {
        this.notices = notices;
        this.regulations = regulations;
        this.settings = settings;
        this.time = time;
    }

    @Override
    public String group() {
        return "publisher-service.executors";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.ORGANS_EXECUTORS);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        return envelope.event() instanceof ExecutorsChanged change ? note(change) : Mono.empty();
    }

    private Mono<Void> note(ExecutorsChanged change) {
        // Old news come when the topic is read from its beginning: nobody is written to about them.
        Instant tooOld = time.instant().minus(settings.giveUpAfter());
        return Flux.fromIterable(Noticing.of(
                        change,
                        regulations.find(change.jurisdiction(), change.at()).orElse(null)))
                .filter(notice -> notice.tellAt().isAfter(tooOld))
                .concatMap(notice -> notices.note(notice, change.changeId(), NO_VERSION, change.at(), change))
                .then();
    }
}
