package otklik.publisher.notification.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When to try a letter again. */
public record Patience(Duration firstPause, Duration longestPause, Duration giveUpAfter) {

    /**
     * @param attempt that failed, from 1
     * @param since when the letter became due
     * @return empty when it is too late
     */
    public Optional<Instant> nextAfter(int attempt, Instant since, Instant now) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(attempt - 1, 20));
        Instant next = now.plus(doubled.compareTo(longestPause) < 0 ? doubled : longestPause);
        return next.isBefore(since.plus(giveUpAfter)) ? Optional.of(next) : Optional.empty();
    }
}
