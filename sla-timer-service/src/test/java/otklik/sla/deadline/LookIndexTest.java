package otklik.sla.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.sla.deadline.LookIndex.Entry;

class LookIndexTest {

    private static final Instant NOW = Instant.parse("2026-06-10T09:20:30.500Z");

    private final LookIndex index = new LookIndex();

    @Test
    void whatIsDueAtThisVeryMillisecond_isDue_andTheNextIsNot() {
        index.add(new UUID(0, 1), NOW);
        index.add(new UUID(0, 2), NOW.plusMillis(1));

        assertThat(index.due(NOW, 10)).containsExactly(new Entry(NOW.toEpochMilli(), new UUID(0, 1)));
        assertThat(index.due(NOW, 10)).isEmpty();
        assertThat(index.due(NOW.plusMillis(1), 10)).hasSize(1);
    }

    @Test
    void whatIsAddedForATimeThatHasPassed_isDueAtOnce() {
        index.add(new UUID(0, 1), NOW.minusSeconds(1));
        assertThat(index.due(NOW, 10)).hasSize(1);

        index.add(new UUID(0, 2), NOW.minus(Duration.ofDays(400)));

        assertThat(index.due(NOW, 10)).extracting(Entry::incidentId).containsExactly(new UUID(0, 2));
    }

    /** Against a plain sorted set, with a clock that stands, creeps, leaps and goes back. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void index_givesWhatASortedSetGives(long seed) {
        Random random = new Random(seed);
        NavigableSet<Entry> naive = new TreeSet<>();
        long now = NOW.toEpochMilli();
        for (int step = 0; step < 3_000; step++) {
            for (int i = random.nextInt(8); i > 0; i--) {
                Entry entry = new Entry(
                        now - 90_000 + (long) (random.nextDouble() * random.nextDouble() * 600_000),
                        new UUID(random.nextLong(), random.nextLong()));
                naive.add(entry);
                index.add(entry.incidentId(), Instant.ofEpochMilli(entry.at()));
            }
            now += new long[] {0, 40, 1_000, 130_000, -70_000}[random.nextInt(5)];
            int limit = 1 + random.nextInt(20);
            assertThat(index.due(Instant.ofEpochMilli(now), limit)).isEqualTo(taken(naive, now, limit));
        }
    }

    private static List<Entry> taken(NavigableSet<Entry> from, long now, int limit) {
        List<Entry> taken = new ArrayList<>();
        while (taken.size() < limit && !from.isEmpty() && from.first().at() <= now) {
            taken.add(from.pollFirst());
        }
        return taken;
    }
}
