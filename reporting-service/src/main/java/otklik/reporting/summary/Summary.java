package otklik.reporting.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A jurisdiction's work in a period. {@code open} and {@code overdue} are of now, everything else is of the period.
 *
 * @param detected incidents found in the period; {@code byState} and {@code byTopic} say what became of them
 * @param published final answers that stood in the period
 * @param publishedInTime of these, those whose term to answer was kept
 * @param publishedLate of these, those whose term was not kept; the rest had no term
 * @param returned sent back as outside competence
 * @param reworks drafts sent back
 * @param overdue incidents with a broken term still open
 * @param clauses which clause a figure comes from, by the figure's name; figures without a clause are not in it
 */
record Summary(
        String jurisdiction,
        LocalDate from,
        LocalDate to,
        String zone,
        Instant asOf,
        long detected,
        long published,
        long publishedInTime,
        long publishedLate,
        long returned,
        long reworks,
        long screenedOut,
        long open,
        long overdue,
        TimeToAnswer timeToAnswer,
        Map<String, Long> byState,
        List<OrganRow> byOrgan,
        List<TopicRow> byTopic,
        List<BreachRow> breaches,
        List<DayRow> byDay,
        Map<String, String> clauses) {

    /** From detection to the final answer, in hours, of the answers in the period; null without any. */
    record TimeToAnswer(
            @Nullable Double medianHours,
            @Nullable Double p90Hours,
            @Nullable Double medianWorkingHours,
            @Nullable Double p90WorkingHours) {}

    /** An organ: what came to it, what it answered, what it holds broken now. */
    record OrganRow(
            String id,
            String organ,
            long assigned,
            long published,
            long publishedInTime,
            long publishedLate,
            long overdue,
            long returned,
            long reworks) {}

    /** A group of topics. */
    record TopicRow(String topicGroup, long detected, long published) {}

    /** Broken terms of one clause. */
    record BreachRow(String clause, String title, long count) {}

    /** A local day. */
    record DayRow(LocalDate day, long detected, long published, long breached) {}
}
