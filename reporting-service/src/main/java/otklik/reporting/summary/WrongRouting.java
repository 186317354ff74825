package otklik.reporting.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sending incidents to the wrong organ cost in a period. Minutes are working time of organs that gave the incident back, or had
 * handed nothing in when others got it, told when the incident ends; they count in the period of that end.
 *
 * @param returned how often an organ gave an incident back in the period
 * @param incidents how many incidents ended with lost minutes
 * @param clause by which organs give back, null where the regulation has none
 */
record WrongRouting(
        String jurisdiction,
        LocalDate from,
        LocalDate to,
        String zone,
        Instant asOf,
        long returned,
        long incidents,
        double lostMinutes,
        List<RouterRow> byRouter,
        List<OrganRow> byOrgan,
        List<TopicRow> byTopic,
        @Nullable String clause) {

    /**
     * Who or what sends.
     *
     * @param routedBy {@code rule}, {@code learned}, {@code curator}; {@code unknown} for what was sent before this was kept
     * @param routed how often it sent an incident to an organ in the period
     */
    record RouterRow(String routedBy, long routed, long returned, double lostMinutes) {}

    /** An organ that had incidents in vain: gave them back, or lost them to others. */
    record OrganRow(String id, String organ, long returned, double lostMinutes) {}

    /** A group of topics. */
    record TopicRow(String topicGroup, long returned, double lostMinutes) {}
}
