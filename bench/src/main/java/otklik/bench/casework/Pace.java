package otklik.bench.casework;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two ways to make a service work: as much as it can, and as often as people come. */
final class Pace {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Pace() {}

    /** That many clients, each beginning anew as soon as it is answered, for that long. */
    static void full(int clients, Duration time, Mono<Void> work) {
        long end = System.nanoTime() + time.toNanos();
        Flux.range(0, clients)
                .flatMap(client -> work.repeat(() -> System.nanoTime() < end).then(), clients)
                .then()
                .block(time.plus(PATIENCE));
    }

    /**
     * One begins at each beat, whether those before are answered or not; each is measured from its beat, so that what waits behind a slow one
     * is counted as slow.
     */
    static Latencies open(int perSecond, int count, IntFunction<Mono<Void>> work) {
        Latencies latencies = new Latencies();
        CountDownLatch left = new CountDownLatch(count);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        long first = System.nanoTime() + 1_000_000;
        for (int number = 0; number < count; number++) {
            long due = first + number * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            work.apply(number)
                    .doFinally(signal -> {
                        latencies.add(System.nanoTime() - due);
                        left.countDown();
                    })
                    .subscribe(nothing -> {}, e -> failure.compareAndSet(null, e));
        }
        await(left);
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return latencies;
    }

    private static void await(CountDownLatch left) {
        try {
            if (!left.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(left.getCount() + " запросов остались без ответа");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
