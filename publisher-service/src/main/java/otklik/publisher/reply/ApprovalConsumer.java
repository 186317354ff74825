package otklik.publisher.reply;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import otklik.contracts.Channel;
import otklik.contracts.EventType;
import otklik.contracts.Topics;
import otklik.contracts.incident.Attachment;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.IncidentFact.InterimGiven;
import otklik.contracts.incident.IncidentFact.ReplyApproved;
import otklik.contracts.publication.RefusalReason;
import otklik.messaging.Envelope;
import otklik.messaging.EventConsumer;
import otklik.publisher.reply.VkSettings.Account;
import otklik.publisher.reply.core.Carriage;
import otklik.publisher.reply.core.Decision;
import otklik.publisher.reply.core.Step;
import otklik.publisher.reply.core.Target;
import otklik.publisher.reply.core.Wording;
import reactor.core.publisher.Mono;

/** Takes approved replies into the ledger (AK-12). Those that a person publishes by hand are none of its business. */
final class ApprovalConsumer implements EventConsumer {

    private static final Set<EventType> APPROVALS =
            Set.of(EventType.of(ReplyApproved.class), EventType.of(InterimGiven.class));
    private static final Target NOWHERE = new Target(0, 0, null, null);

    private final ReplyStore store;
    private final ReplyFiles files;
    private final ReplyLedger ledger;
    private final VkSettings vk;
    private final ReplyMetrics metrics;
    private final InstantSource time;

    ApprovalConsumer(
            ReplyStore store,
            ReplyFiles files,
            ReplyLedger ledger,
            VkSettings vk,
            ReplyMetrics metrics,
            InstantSource time) {
        this.store = store;
        this.files = files;
        this.ledger = ledger;
        this.vk = vk;
        this.metrics = metrics;
        this.time = time;
    }

    @Override
    public String group() {
        return "publisher-service.reply";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.INCIDENTS_LIFECYCLE);
    }

    @Override
    public boolean takes(EventType type) {
        return APPROVALS.contains(type);
    }

    @Override
    public Mono<Void> on(Envelope envelope) {
        return envelope.event() instanceof IncidentEvent incident
                ? approved(incident.fact())
                        .map(approved -> accept(envelope, incident, approved))
                        .orElseGet(Mono::empty)
                : Mono.empty();
    }

    /** What may be sent, by whichever fact: a reply that somebody approved, or the interim one before days off (VP-10). */
    private record Approved(
            UUID replyId, Channel channel, Map<String, String> address, String text, List<Attachment> files) {}

    private static Optional<Approved> approved(IncidentFact fact) {
        return switch (fact) {
            case ReplyApproved reply ->
                Optional.of(new Approved(
                                reply.replyId(),
                                reply.channel(),
                                reply.address(),
                                reply.text(),
                                Objects.requireNonNullElse(reply.attachments(), List.of())))
                        .filter(ignored -> reply.automatic());
            case InterimGiven reply ->
                Optional.of(new Approved(reply.replyId(), reply.channel(), reply.address(), reply.text(), List.of()))
                        .filter(ignored -> reply.automatic());
            case IncidentFact other -> Optional.empty();
        };
    }

    private Mono<Void> accept(Envelope envelope, IncidentEvent incident, Approved approved) {
        return switch (route(incident, approved)) {
            case Target.Wall wall ->
                insert(envelope, incident, approved, wall.target()).then();
            case Target.Impossible impossible ->
                insert(envelope, incident, approved, NOWHERE)
                        .flatMap(fresh -> fresh ? store.find(approved.replyId()) : Mono.empty())
                        .flatMap(reply -> refuse(reply, impossible));
        };
    }

    private Target.Route route(IncidentEvent incident, Approved approved) {
        if (approved.channel() != Channel.VK) {
            return new Target.Impossible(
                    RefusalReason.UNSUPPORTED_CHANNEL,
                    "no robot for " + approved.channel().wire());
        }
        Optional<Target.Impossible> heavy = Carriage.impossible(approved.files(), vk.attachments());
        if (heavy.isPresent()) {
            return heavy.get();
        }
        return vk.account(incident.jurisdiction())
                .map(account -> Target.of(approved.address(), account.groupId()))
                .orElseGet(() -> new Target.Impossible(
                        RefusalReason.UNSUPPORTED_CHANNEL, "no VK account for " + incident.jurisdiction()));
    }

    private Mono<Boolean> insert(Envelope envelope, IncidentEvent incident, Approved approved, Target target) {
        String account =
                vk.account(incident.jurisdiction()).map(Account::name).orElse("none:" + incident.jurisdiction());
        return store.accept(new ReplyStore.Accepted(
                        approved.replyId(),
                        incident.incidentId(),
                        incident.jurisdiction(),
                        approved.channel().wire(),
                        account,
                        target,
                        Wording.outgoing(approved.text()),
                        envelope.id().toString(),
                        time.instant()))
                .flatMap(fresh -> fresh
                        ? files.accept(approved.replyId(), approved.files()).thenReturn(true)
                        : Mono.just(false))
                .doOnNext(metrics::accepted);
    }

    private Mono<Void> refuse(Reply reply, Target.Impossible impossible) {
        Step.Refuse step = new Step.Refuse(impossible.reason(), impossible.detail());
        return ledger.record(reply, new Decision(step, null), time.instant())
                .doOnNext(changed -> metrics.ended(step))
                .then();
    }
}
