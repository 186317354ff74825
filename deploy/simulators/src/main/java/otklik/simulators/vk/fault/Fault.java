package otklik.simulators.vk.fault;

import org.jspecify.annotations.Nullable;

/**
 * An order for faults.
 *
 * @param method the method to strike, for example {@code wall.createComment}; absent: every method
 * @param times so many calls are struck and then no more; absent: no end
 * @param probability chance of each call to be struck, 0 to 1; absent: 1
 * @param seed of the chance, for the same course again
 * @param millis delay of the slow answer, or how long a call without an answer hangs
 * @param code VK error code, for the error kinds
 */
public record Fault(
        FaultKind kind,
        @Nullable String method,
        @Nullable Integer times,
        @Nullable Double probability,
        @Nullable Long seed,
        @Nullable Integer millis,
        @Nullable Integer code) {

    private static final int HANG_MILLIS = 60_000;
    private static final int SLOW_MILLIS = 3_000;
    private static final int FLOOD_CONTROL = 9;

    boolean concerns(String called) {
        return method == null || method.equals(called);
    }

    public int delayMillis() {
        if (millis != null) {
            return millis;
        }
        return kind == FaultKind.SLOW ? SLOW_MILLIS : HANG_MILLIS;
    }

    public int errorCode() {
        return code == null ? FLOOD_CONTROL : code;
    }
}
