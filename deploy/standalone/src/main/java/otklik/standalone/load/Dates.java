package otklik.standalone.load;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads dates as exports write them: {@code 31.12.2025 09:30}, {@code 2025-12-31 09:30:15}, ISO with an offset. */
final class Dates {

    private static final List<DateTimeFormatter> LOCAL = Stream.of(
                    "d.M.yyyy[[,] H:mm[:ss]]", "yyyy-MM-dd[['T'][ ]H:mm[:ss]]", "d/M/yyyy[ H:mm[:ss]]")
            .map(pattern -> new DateTimeFormatterBuilder()
                    .appendPattern(pattern)
                    .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                    .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                    .toFormatter(java.util.Locale.ROOT))
            .toList();

    private Dates() {}

    /** @param zone of dates without an offset; a date without a time is its midnight */
    static Optional<Instant> read(String text, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return LOCAL.stream()
                    .flatMap(form -> local(text, form).stream())
                    .map(date -> date.atZone(zone).toInstant())
                    .findFirst();
        }
    }

    private static Optional<LocalDateTime> local(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(text, form));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
