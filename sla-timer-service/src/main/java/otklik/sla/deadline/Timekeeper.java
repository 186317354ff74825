package otklik.sla.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.sla.DeadlineEvent;
import otklik.messaging.DeadLetterHeaders;
import otklik.messaging.Envelope;
import otklik.regulation.Regulation;
import otklik.sla.deadline.DeadlineMetrics.FactOutcome;
import otklik.sla.deadline.DeadlineMetrics.LookOutcome;
import otklik.sla.deadline.core.EventId;
import otklik.sla.deadline.core.IncidentClocks;
import otklik.sla.deadline.core.Look;
import otklik.sla.deadline.core.Outcome;
import otklik.sla.deadline.core.Refusal;

/**
 * Keeps the clocks of one partition: takes facts in and looks at what is due, several times a second. What it tells, what it stores and
 * how far it has read are one transaction of Kafka. Decides nothing: see {@link IncidentClocks}.
 */
final class Timekeeper implements Processor<String, byte[], String, byte[]> {

    private static final Logger log = LoggerFactory.getLogger(Timekeeper.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);

    private final DeadlineTopology.Parts parts;
    private final InstantSource time;
    private final DeadlineMetrics metrics;
    private @Nullable ProcessorContext<String, byte[]> context;
    private @Nullable KeyValueStore<UUID, IncidentClocks> clocks;
    private @Nullable LookIndex index;
    private @Nullable Recounting recounting;

    Timekeeper(DeadlineTopology.Parts parts) {
        this.parts = parts;
        this.time = parts.time();
        this.metrics = parts.metrics();
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        clocks = context.getStateStore(DeadlineTopology.CLOCKS);
        recounting = new Recounting(clocks(), context.getStateStore(DeadlineTopology.COUNTED_BY), parts.regulations());
        index = indexed(clocks());
        context.schedule(parts.settings().tick(), PunctuationType.WALL_CLOCK_TIME, ignored -> measuredTick());
    }

    /** The clocks are restored by now, whichever way they came here. */
    private static LookIndex indexed(KeyValueStore<UUID, IncidentClocks> clocks) {
        LookIndex index = new LookIndex();
        try (KeyValueIterator<UUID, IncidentClocks> all = clocks.all()) {
            while (all.hasNext()) {
                IncidentClocks found = all.next().value;
                if (found.lookAt() != null) {
                    index.add(found.incidentId(), found.lookAt());
                }
            }
        }
        return index;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (!DeadLetterHeaders.isFor(parts.settings().applicationId(), record.headers())) {
            metrics.ended(FactOutcome.NOT_MINE);
            return;
        }
        Optional<Envelope> envelope;
        try {
            envelope = parts.codec().decode(record.headers(), record.value());
        } catch (RuntimeException e) {
            giveUp(record, String.valueOf(e.getMessage()));
            return;
        }
        if (envelope.isEmpty()) {
            metrics.ended(FactOutcome.UNKNOWN);
        } else if (envelope.get().event() instanceof IncidentEvent event
                && event.key().equals(record.key())) {
            take(record, envelope.get(), event);
        } else {
            giveUp(record, "not a fact of the incident that the key names");
        }
    }

    private void take(Record<String, byte[]> record, Envelope envelope, IncidentEvent event) {
        IncidentClocks before = clocks().get(event.incidentId());
        Instant now = time.instant();
        Outcome outcome;
        try {
            outcome = outcome(before, event, now);
        } catch (RuntimeException e) {
            // A mistake of ours must not stop the clocks of everybody else.
            log.error("A fact could not be taken in and goes to the dead letters, to be replayed once mended", e);
            giveUp(record, e.toString());
            return;
        }
        switch (outcome) {
            case Outcome.Taken taken -> {
                store(before, taken.clocks());
                tell(taken.events(), envelope.id().toString(), now);
                if (taken.spent() != null) {
                    forward(
                            new Envelope(
                                    EventId.of(taken.spent()),
                                    taken.spent().endedAt(),
                                    taken.spent(),
                                    envelope.id().toString()),
                            now);
                }
                metrics.ended(FactOutcome.TAKEN);
            }
            case Outcome.Seen ignored -> metrics.ended(FactOutcome.SEEN);
            case Outcome.Refused refused -> giveUp(record, refused.reason() + ": " + refused.detail());
        }
    }

    private Outcome outcome(@Nullable IncidentClocks before, IncidentEvent event, Instant now) {
        Instant detectedAt = before == null ? detectedAt(event) : before.detectedAt();
        Optional<Regulation> regulation = parts.regulations().find(event.jurisdiction(), detectedAt);
        if (regulation.isEmpty()) {
            return new Outcome.Refused(
                    Refusal.UNKNOWN_JURISDICTION,
                    event.jurisdiction() + "; known are " + parts.regulations().ids());
        }
        return before == null
                ? IncidentClocks.begin(event, regulation.get(), now)
                : before.after(event, regulation.get(), now);
    }

    private static Instant detectedAt(IncidentEvent event) {
        return event.fact() instanceof IncidentFact.IncidentRegistered registered
                ? registered.detectedAt()
                : event.at();
    }

    private void measuredTick() {
        long started = System.nanoTime();
        tick();
        metrics.ticked(Duration.ofNanos(System.nanoTime() - started));
    }

    /** Never early: the index is asked for what is due by now, and the look decides. */
    private void tick() {
        Instant now = time.instant();
        int batch = parts.settings().batch();
        List<LookIndex.Entry> due = index().due(now, batch);
        due.forEach(entry -> look(entry, now));
        if (due.size() < batch && !there(recounting).isDone()) {
            there(recounting).next(batch - due.size()).forEach(found -> look(found, now));
        }
    }

    private void look(LookIndex.Entry entry, Instant now) {
        IncidentClocks found = clocks().get(entry.incidentId());
        if (found == null || !entry.isFor(found.lookAt())) {
            metrics.looked(LookOutcome.VAIN);
        } else {
            look(found, now);
        }
    }

    private void look(IncidentClocks before, Instant now) {
        Look look;
        try {
            look = before.look(parts.regulations().get(before.jurisdiction(), before.detectedAt()), now);
        } catch (RuntimeException e) {
            log.error("The clocks of {} cannot be read; looking again in {}", before.incidentId(), AFTER_FAILURE, e);
            store(before, before.lookingAt(now.plus(AFTER_FAILURE).truncatedTo(ChronoUnit.MILLIS)));
            metrics.looked(LookOutcome.FAILED);
            return;
        }
        if (isForgotten(look.clocks(), now)) {
            // Not delete(), which reads what it deletes.
            clocks().put(before.incidentId(), null);
        } else if (!remembered(look.clocks()).equals(before)) {
            store(before, look.clocks());
        }
        tell(look.events(), null, now);
        metrics.looked(look.events().isEmpty() ? LookOutcome.VAIN : LookOutcome.FRUITFUL);
    }

    /** Time alone changes nothing any more: it is looked at once again, to be forgotten. */
    private IncidentClocks remembered(IncidentClocks clocks) {
        return clocks.lookAt() == null && clocks.isOver()
                ? clocks.lookingAt(forgottenAt(clocks).truncatedTo(ChronoUnit.MILLIS))
                : clocks;
    }

    private boolean isForgotten(IncidentClocks clocks, Instant now) {
        return clocks.lookAt() == null
                && clocks.isOver()
                && !now.isBefore(forgottenAt(clocks).truncatedTo(ChronoUnit.MILLIS));
    }

    private Instant forgottenAt(IncidentClocks clocks) {
        return clocks.overSince().plus(parts.settings().keepEnded());
    }

    private void store(@Nullable IncidentClocks before, IncidentClocks unmarked) {
        IncidentClocks after = remembered(unmarked);
        clocks().put(after.incidentId(), after);
        if (after.lookAt() != null && (before == null || !after.lookAt().equals(before.lookAt()))) {
            index().add(after.incidentId(), after.lookAt());
        }
    }

    private void tell(List<DeadlineEvent> events, @Nullable String causationId, Instant now) {
        for (DeadlineEvent event : events) {
            forward(new Envelope(EventId.of(event), event.at(), event, causationId), now);
            metrics.told(event, now);
        }
    }

    private void forward(Envelope envelope, Instant now) {
        ProducerRecord<String, byte[]> told = parts.codec().encode(envelope);
        context()
                .forward(
                        new Record<>(told.key(), told.value(), now.toEpochMilli(), told.headers()),
                        DeadlineTopology.DEADLINES);
    }

    private void giveUp(Record<String, byte[]> record, String cause) {
        RecordMetadata source = context().recordMetadata().orElseThrow();
        context()
                .forward(
                        record.withHeaders(DeadLetterHeaders.of(
                                record.headers(),
                                parts.settings().applicationId(),
                                source.topic(),
                                source.partition(),
                                source.offset(),
                                cause,
                                time.instant())),
                        DeadlineTopology.DEAD_LETTERS);
        metrics.ended(FactOutcome.DEAD);
    }

    private ProcessorContext<String, byte[]> context() {
        return there(context);
    }

    private KeyValueStore<UUID, IncidentClocks> clocks() {
        return there(clocks);
    }

    private LookIndex index() {
        return there(index);
    }

    private static <T> T there(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("Kafka Streams calls init first");
        }
        return part;
    }
}
