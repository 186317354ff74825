package otklik.simulators.vk.callback;

import java.time.Duration;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import otklik.simulators.platform.Ticker;

/** Which delivery is due when, in real time. */
final class Turns {

    private final DelayQueue<Turn> queue = new DelayQueue<>();
    private final Ticker ticker;

    Turns(Ticker ticker) {
        this.ticker = ticker;
    }

    void add(long number, Duration delay) {
        queue.add(new Turn(number, ticker.nanos() + delay.toNanos(), ticker));
    }

    long next() throws InterruptedException {
        return queue.take().number();
    }

    private record Turn(long number, long due, Ticker ticker) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - ticker.nanos(), TimeUnit.NANOSECONDS);
        }

        /** Events that are due together go out in the order they were raised. */
        @Override
        public int compareTo(Delayed other) {
            Turn that = (Turn) other;
            int byDue = Long.signum(due - that.due);
            return byDue == 0 ? Long.compare(number, that.number) : byDue;
        }
    }
}
