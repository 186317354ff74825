package otklik.bench.regulation;

import java.time.Instant;
import java.util.SplittableRandom;

/** The same random instants for everybody: 2019 to autumn 2027, to the millisecond, more of them than a processor can learn by heart. */
final class Instants {

    static final int COUNT = 1 << 16;
    static final int MASK = COUNT - 1;

    private static final long FROM = Instant.parse("2019-01-01T00:00:00Z").toEpochMilli();
    private static final long TO = Instant.parse("2027-11-15T00:00:00Z").toEpochMilli();

    private Instants() {}

    static long[] millis(long seed) {
        return new SplittableRandom(seed).longs(COUNT, FROM, TO).toArray();
    }

    static Instant random(SplittableRandom random) {
        return Instant.ofEpochMilli(random.nextLong(FROM, TO));
    }
}
