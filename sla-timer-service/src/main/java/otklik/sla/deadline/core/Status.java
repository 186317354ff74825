package otklik.sla.deadline.core;

import java.util.Arrays;

/** How a deadline stands. */
public enum Status {
    OPEN(0),
    /** Open, and its owner was warned. */
    WARNED(1),
    /** Open, and its time ran out. */
    BREACHED(2),
    MET(3),
    MET_LATE(4),
    /** A right was not used in time (AK-7); nobody failed. */
    LAPSED(5),
    CANCELLED(6);

    private final int code;

    Status(int code) {
        this.code = code;
    }

    /** For the stored form: one byte, never changed once released. */
    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException if there is none with that code */
    public static Status of(int code) {
        return Arrays.stream(values())
                .filter(status -> status.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status has the code " + code));
    }

    public boolean isOpen() {
        return this == OPEN || this == WARNED || this == BREACHED;
    }

    public boolean isMet() {
        return this == MET || this == MET_LATE;
    }
}
