package otklik.sla.deadline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/**
 * How long the clocks of a partition take to come here from the changelog: {@code otklik_sla_restore_seconds}. What falls due meanwhile is told
 * late, so a long one is worth an alarm. A restore that is broken off counts no further; whoever takes it up begins anew. Thread-safe.
 */
final class Restores implements StateRestoreListener {

    private final MeterRegistry meters;
    private final Timer restores;
    private final Map<TopicPartition, Timer.Sample> underWay = new ConcurrentHashMap<>();

    Restores(MeterRegistry meters) {
        this.meters = meters;
        restores = Timer.builder("otklik.sla.restore")
                .description("from the first record of a partition's changelog to the last")
                .register(meters);
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        underWay.put(partition, Timer.start(meters));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long upTo, long count) {
        // Only the whole is of interest.
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long count) {
        Timer.Sample sample = underWay.remove(partition);
        if (sample != null) {
            sample.stop(restores);
        }
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long count) {
        underWay.remove(partition);
    }
}
