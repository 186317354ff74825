package otklik.regulation.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Arithmetic on open intervals. Intervals have whole-second edges; instants and durations may carry nanoseconds. The functions of
 * milliseconds allocate nothing, the others nothing but the result.
 *
 * <p>Let W(t) be the open time before t. {@code plus} and {@code minus} return the <em>earliest</em>
 * instant whose W is the one wanted, so a term that fills an interval ends at its closing, and
 * counting back never ends at an opening. Adding nothing changes nothing.
 */
final class TimeIndex {

    private static final int NANOS = 1_000_000_000;
    /** How many make a minute. */
    private static final int SECONDS = 60;

    private static final int MILLIS = 60_000;

    private final CalendarRange range;
    private final OpenIntervals intervals;
    private final OpenBefore before;
    private final OpenPlace place;
    private final long origin;
    private final long originMillis;
    private final long lengthMillis;
    private final long totalMillis;

    TimeIndex(CalendarRange range, OpenIntervals intervals) {
        this.range = range;
        this.intervals = intervals;
        this.before = new OpenBefore(range, intervals);
        this.place = new OpenPlace(range, intervals);
        this.origin = range.from();
        this.originMillis = origin * 1000;
        this.lengthMillis = (range.to() - origin) * 1000;
        this.totalMillis = intervals.total() * 1000L;
    }

    Instant plus(Instant start, Duration amount) {
        range.check(start.getEpochSecond());
        return amount.isZero() ? start : move(start, amount.getSeconds(), amount.getNano());
    }

    Instant minus(Instant start, Duration amount) {
        range.check(start.getEpochSecond());
        boolean whole = amount.getNano() == 0;
        return move(start, -amount.getSeconds() - (whole ? 0 : 1), whole ? 0 : NANOS - amount.getNano());
    }

    long plusMillis(long start, long amount) {
        long offset = offset(start);
        return amount == 0 ? start : moveMillis(offset, amount);
    }

    long minusMillis(long start, long amount) {
        return moveMillis(offset(start), -amount);
    }

    /** Open time from start to end; negative where end is before start. */
    Duration between(Instant start, Instant end) {
        range.check(start.getEpochSecond());
        range.check(end.getEpochSecond());
        return Duration.ofSeconds(
                openBefore(end.getEpochSecond()) - openBefore(start.getEpochSecond()), nanos(end) - nanos(start));
    }

    /** The opening instant is open, the closing instant is not. */
    boolean isOpen(Instant at) {
        range.check(at.getEpochSecond());
        return isOpen(at.getEpochSecond());
    }

    /** The instant itself where it is open, otherwise the next opening. */
    Instant nextOpening(Instant at) {
        if (isOpen(at)) {
            return at;
        }
        long second = at.getEpochSecond();
        return Instant.ofEpochSecond(place(openBefore(second), second));
    }

    OpenIntervals intervals() {
        return intervals;
    }

    private boolean isOpen(long second) {
        return openBefore(second + 1) > openBefore(second);
    }

    private long openBefore(long second) {
        return before.at(second - origin, SECONDS);
    }

    private Instant move(Instant start, long seconds, int nanos) {
        long second = start.getEpochSecond();
        long target = openBefore(second) + seconds;
        int nano = nanos(start) + nanos;
        if (nano >= NANOS) {
            nano -= NANOS;
            target++;
        }
        int whole = (nano - 1) >>> 31;
        return Instant.ofEpochSecond(place(target - whole, second) + whole, nano);
    }

    /** The second that is the k-th open one: a term ends in it or at its end, never at an opening. */
    private long place(long k, long start) {
        if (k < 0 || k >= intervals.total()) {
            throw range.leftBy(start);
        }
        return origin + k + place.closedBefore(k, SECONDS);
    }

    private long moveMillis(long offset, long amount) {
        long target = before.at(offset, MILLIS) + amount;
        if (target <= 0 || target > totalMillis) {
            throw range.leftBy(origin + offset / 1000);
        }
        return originMillis + target + place.closedBefore(target - 1, MILLIS);
    }

    private long offset(long millis) {
        long offset = millis - originMillis;
        if (offset < 0 || offset >= lengthMillis) {
            throw range.leftBy(Math.floorDiv(millis, 1000L));
        }
        return offset;
    }

    /** What of the instant's fraction of a second is open time: all of it or nothing. */
    private int nanos(Instant at) {
        long second = at.getEpochSecond();
        return at.getNano() & (int) (openBefore(second) - openBefore(second + 1));
    }
}
