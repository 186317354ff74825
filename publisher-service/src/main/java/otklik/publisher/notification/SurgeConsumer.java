package otklik.publisher.notification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import otklik.contracts.Topics;
import otklik.contracts.surge.SurgeEvent;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import otklik.publisher.notification.core.Noticing;
import otklik.regulation.Regulations;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes surges that are worth a letter (AK-21, LB-12, LP-21). */
final class SurgeConsumer implements EventConsumer {

    private final NoticeStore notices;
    private final Regulations regulations;
    private final LetterSettings settings;
    private final InstantSource time;

    SurgeConsumer(NoticeStore notices, Regulations regulations, LetterSettings settings, InstantSource time) {
        this.notices = notices;
        this.regulations = regulations;
        this.settings = settings;
        this.time = time;
    }

    @Override
    public String group() {
        return "publisher-service.surges";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.INCIDENTS_SURGES);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        return envelope.event() instanceof SurgeEvent surge ? note(surge) : Mono.empty();
    }

    private Mono<Void> note(SurgeEvent surge) {
        // Old news come when the topic is read from its beginning: nobody is written to about them.
        Instant tooOld = time.instant().minus(settings.giveUpAfter());
        return Flux.fromIterable(Noticing.of(
                        surge,
                        regulations.find(surge.jurisdiction(), surge.at()).orElse(null)))
                .filter(notice -> notice.tellAt().isAfter(tooOld))
                .concatMap(notice -> notices.note(notice, surge.surgeId(), surge.version(), surge.at(), surge))
                .then();
    }
}
