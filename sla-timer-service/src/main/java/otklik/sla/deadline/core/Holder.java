package otklik.sla.deadline.core;

import java.util.Arrays;
import java.util.Locale;

/** With whom an incident rests: whose minutes run. */
public enum Holder {
    CURATOR(0),
    /** An organ, or several that work at once. */
    ORGAN(1),
    /** Agreement inside the organ (VP-16, LB-5, LP-9). */
    AGREEMENT(2),
    /** Approval by the curator or the controller. */
    APPROVAL(3),
    PUBLICATION(4),
    /** The author was asked something and has not answered. */
    AUTHOR(5),
    /** The incident is at an end: nobody's minutes run. */
    NOBODY(6);

    private final int code;

    Holder(int code) {
        this.code = code;
    }

    /** For the stored form: one byte, never changed once released. */
    public int code() {
        return code;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none with that code */
    public static Holder of(int code) {
        return Arrays.stream(values())
                .filter(holder -> holder.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no holder has the code " + code));
    }
}
