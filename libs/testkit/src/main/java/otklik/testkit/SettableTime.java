package otklik.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to move. Thread-safe. */
public final class SettableTime implements InstantSource {

    private final AtomicReference<Instant> now;

    public SettableTime(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** @param start ISO-8601 with an offset, e.g. {@code 2026-04-30T15:59:00+07:00} */
    public static SettableTime at(String start) {
        return new SettableTime(OffsetDateTime.parse(start).toInstant());
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    public Instant tick(Duration step) {
        return Objects.requireNonNull(now.updateAndGet(instant -> instant.plus(step)));
    }

    public void set(Instant instant) {
        now.set(instant);
    }
}
