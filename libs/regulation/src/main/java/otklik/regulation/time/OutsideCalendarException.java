package otklik.regulation.time;

import java.time.Instant;
import java.time.LocalDate;

/** A term starts or ends on a date no production calendar has been decreed for. */
public final class OutsideCalendarException extends RuntimeException {

    private final LocalDate first;
    private final LocalDate last;

    OutsideCalendarException(Instant start, LocalDate first, LocalDate last) {
        super("Срок от " + start + " выходит за пределы известных производственных календарей: с " + first + " по "
                + last);
        this.first = first;
        this.last = last;
    }

    /** First known date, inclusive. */
    public LocalDate first() {
        return first;
    }

    /** Last known date, inclusive. */
    public LocalDate last() {
        return last;
    }
}
