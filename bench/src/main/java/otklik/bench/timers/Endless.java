package otklik.bench.timers;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Registers incidents without end, so that a deadline falls due every few milliseconds for as long as one likes. */
final class Endless implements Runnable {

    private final Broker broker;
    private final Duration between;
    private final Duration ahead;
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean ended;

    /**
     * @param between two due instants
     * @param ahead how long before it falls due each is registered
     */
    Endless(Broker broker, Duration between, Duration ahead) {
        this.broker = broker;
        this.between = between;
        this.ahead = ahead;
    }

    /** How many were registered. */
    int count() {
        return count.get();
    }

    void end() {
        ended = true;
    }

    @Override
    public void run() {
        Instant first = Instant.now().plus(ahead);
        while (!ended) {
            Instant due = first.plus(between.multipliedBy(count.get()));
            Waiting.until(due.minus(ahead));
            broker.send(
                    broker.record(BenchFacts.registeredWithRouteDue(BenchFacts.incident("endless", count.get()), due)));
            count.incrementAndGet();
        }
        broker.flush();
    }
}
