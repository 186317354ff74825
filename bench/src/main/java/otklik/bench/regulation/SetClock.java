package otklik.bench.regulation;

import org.kie.api.time.SessionClock;

/** The time jBPM counts from. */
final class SetClock implements SessionClock {

    private long now;

    void set(long millis) {
        now = millis;
    }

    @Override
    public long getCurrentTime() {
        return now;
    }
}
