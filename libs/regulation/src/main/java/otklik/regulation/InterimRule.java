package otklik.regulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.regulation.time.Office;

/**
 * The interim reply that goes out by itself on the day before days off (VP-10). It meets, moves and cancels no term: the answer itself
 * stays due.
 *
 * @param receivedBy local time on that day; what is detected earlier gets the reply, what is detected at it or later does not
 * @param postedWithin how long before its detection a post was written at most; to the authors of older ones, which an import brings,
 *     nothing is sent by itself
 * @param text Russian; {@code {date}} stands for the next working day
 */
public record InterimRule(String clause, LocalTime receivedBy, Duration postedWithin, String text) {

    /** Where the text names the next working day. */
    static final String DATE = "{date}";

    /**
     * When the reply is due; empty where the post gets none.
     *
     * @param postedAt null where the source does not tell; then it is taken for fresh
     */
    public Optional<Instant> dueAt(Instant detectedAt, @Nullable Instant postedAt, Office office) {
        LocalDate date = detectedAt.atZone(office.zone()).toLocalDate();
        if (!isBeforeDaysOff(date, office) || isOld(detectedAt, postedAt)) {
            return Optional.empty();
        }
        Instant end = date.atTime(receivedBy).atZone(office.zone()).toInstant();
        return detectedAt.isBefore(end) ? Optional.of(end) : Optional.empty();
    }

    /** From then on it is no use any more: the next working day has begun. */
    public Instant uselessFrom(Instant dueAt, Office office) {
        return nextWorkingDay(dueAt, office).atStartOfDay(office.zone()).toInstant();
    }

    /** The words of a reply that was due at that instant. */
    public String words(Instant dueAt, Office office) {
        return text.replace(DATE, Russian.date(nextWorkingDay(dueAt, office)));
    }

    private static LocalDate nextWorkingDay(Instant dueAt, Office office) {
        return office.time().workingDay(dueAt.atZone(office.zone()).toLocalDate(), 1);
    }

    /** Where no calendar reaches that far, nothing is sent by itself. */
    private static boolean isBeforeDaysOff(LocalDate date, Office office) {
        boolean known = !date.isBefore(office.calendar().first())
                && date.isBefore(office.calendar().last());
        return known && office.isWorkingDay(date) && !office.isWorkingDay(date.plusDays(1));
    }

    private boolean isOld(Instant detectedAt, @Nullable Instant postedAt) {
        return postedAt != null && postedAt.isBefore(detectedAt.minus(postedWithin));
    }
}
