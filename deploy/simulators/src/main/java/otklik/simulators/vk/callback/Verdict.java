package otklik.simulators.vk.callback;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/** What a community's server meant by its answer. */
sealed interface Verdict {

    record Accepted() implements Verdict {}

    /** The server asked for the event again after this long. */
    record Postponed(Duration pause) implements Verdict {}

    /** The server asked to be forgotten. */
    record Removed() implements Verdict {}

    record Failed() implements Verdict {}

    Set<Integer> MAY_POSTPONE = Set.of(410, 429, 503);
    Duration LONGEST_POSTPONEMENT = Duration.ofHours(3);

    /** Only status 200 with the body {@code ok}, to the letter, takes an event off the queue. */
    static Verdict of(int status, String body, Optional<String> retryAfter, Instant now) {
        if (status == 200 && body.equals("ok")) {
            return new Accepted();
        }
        if (status == 200 && body.equals("remove")) {
            return new Removed();
        }
        if (MAY_POSTPONE.contains(status)) {
            return retryAfter
                    .flatMap(header -> pause(header, now))
                    .filter(pause -> pause.compareTo(LONGEST_POSTPONEMENT) < 0)
                    .<Verdict>map(Postponed::new)
                    .orElseGet(Failed::new);
        }
        return new Failed();
    }

    /** An HTTP date, as VK's servers send it, or seconds. */
    private static Optional<Duration> pause(String header, Instant now) {
        if (header.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            Instant until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
