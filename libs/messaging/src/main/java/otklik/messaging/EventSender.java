package otklik.messaging;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;

/** Puts events on their topics. What completes without error is durable: acknowledged by all in-sync replicas. Thread-safe. */
public final class EventSender {

    private final KafkaTemplate<String, byte[]> kafka;
    private final EventCodec codec;

    public EventSender(KafkaTemplate<String, byte[]> kafka, EventCodec codec) {
        this.kafka = kafka;
        this.codec = codec;
    }

    /** Sends in the given order; fails if any one of them did not become durable within the producer's delivery timeout. */
    public CompletableFuture<Void> send(List<Envelope> envelopes) {
        return CompletableFuture.allOf(envelopes.stream()
                .map(envelope -> kafka.send(codec.encode(envelope)))
                .toArray(CompletableFuture[]::new));
    }

    /** As {@link #send(List)}; nothing is sent before subscription. The producer may block its caller, so it gets a thread that may be blocked. */
    public Mono<Void> sent(List<Envelope> envelopes) {
        return Mono.defer(() -> Mono.fromFuture(send(envelopes)))
                .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic());
    }

    /** Removes entries of a compacted reference topic: puts a tombstone under each key. Nothing is sent before subscription. */
    public Mono<Void> removed(String topic, List<String> keys) {
        return Mono.defer(() -> Mono.fromFuture(CompletableFuture.allOf(keys.stream()
                        .map(key -> kafka.send(new ProducerRecord<>(topic, key, null)))
                        .toArray(CompletableFuture[]::new))))
                .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic());
    }
}
