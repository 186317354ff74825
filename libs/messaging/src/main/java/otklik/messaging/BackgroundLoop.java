package otklik.messaging;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that a service does by itself, round after round on one thread of its own, from the start of the service to its stop. A failed round
 * is logged and followed by another after a pause; an interrupt that is not the stop's only ends the round that it hits. What may be done
 * by one instance at a time only, the round has to see to.
 */
public abstract class BackgroundLoop implements SmartLifecycle {

    private static final Duration LAST_ROUND = Duration.ofSeconds(10);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final String whatFailed;
    private final Duration idle;
    private final Duration afterFailure;
    private final Duration lastRound;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /**
     * @param name of the thread
     * @param whatFailed how the log begins when a round failed: a sentence without its full stop
     * @param idle longest wait for the next round when there was no more to do
     * @param afterFailure pause before the next round after one that failed; nothing cuts it short but the stop
     */
    protected BackgroundLoop(String name, String whatFailed, Duration idle, Duration afterFailure) {
        this(name, whatFailed, idle, afterFailure, LAST_ROUND);
    }

    /** @param lastRound longest wait for the round in which the stop comes */
    BackgroundLoop(String name, String whatFailed, Duration idle, Duration afterFailure, Duration lastRound) {
        this.name = name;
        this.whatFailed = whatFailed;
        this.idle = idle;
        this.afterFailure = afterFailure;
        this.lastRound = lastRound;
    }

    /**
     * Does what there is to do. May block; the stop interrupts it.
     *
     * @return whether there may be more to do at once
     */
    protected abstract boolean round();

    /** Says that there is something to do, so that it does not wait for the end of the idle time. Cheap; any thread, at any time. */
    public final void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            Thread started = Thread.ofPlatform().name(name).unstarted(this::run);
            thread = started;
            started.start();
        }
    }

    private void run() {
        try {
            while (goesOn()) {
                oneRound();
            }
        } finally {
            if (goesOn()) {
                thread = null;
            }
        }
    }

    /** Whether this thread is the one to work: not after the stop, even if it outlived that. */
    private boolean goesOn() {
        return Thread.currentThread().equals(thread);
    }

    private void oneRound() {
        try {
            if (!round() && woken.tryAcquire(idle.toNanos(), TimeUnit.NANOSECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            log.debug("{} was interrupted while it was idle", name);
        } catch (RuntimeException e) {
            pauseAfter(e);
        }
    }

    /** The interrupt goes first: a stop that comes after is seen by the question, one that comes after that by the sleep. */
    private void pauseAfter(RuntimeException failure) {
        boolean interrupted = Thread.interrupted();
        if (!goesOn()) {
            return;
        }
        log.warn(
                "{}; trying again in {}: {}{}", whatFailed, afterFailure, failure, interrupted ? " (interrupted)" : "");
        try {
            Thread.sleep(afterFailure);
        } catch (InterruptedException e) {
            log.debug("{} was interrupted while it paused", name);
        }
    }

    /** Ends the loop. Waits for the round under way, within limits; one that outlives them is the last all the same. */
    @Override
    public synchronized void stop() {
        Thread stopping = thread;
        thread = null;
        if (stopping == null) {
            return;
        }
        stopping.interrupt();
        try {
            if (!stopping.join(lastRound)) {
                log.warn("{} is still at its last round after {}; the stop goes on without it", name, lastRound);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }
}
