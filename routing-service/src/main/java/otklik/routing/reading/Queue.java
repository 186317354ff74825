package otklik.routing.reading;

import java.util.Locale;
import otklik.web.Problem;

/** The lists that people work through. */
enum Queue {
    /** What waits for the very person. */
    MINE,
    OPEN,
    OVERDUE,
    CLOSED,
    SCREENED;

    /** @throws Problem 400 naming the queues there are */
    static Queue of(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "unknown-queue", "Такой очереди нет", "Есть очереди: mine, open, overdue, closed, screened.");
        }
    }

    /** Whether the newest change comes first; the others begin with the nearest deadline. */
    boolean isNewestFirst() {
        return this == CLOSED || this == SCREENED;
    }
}
