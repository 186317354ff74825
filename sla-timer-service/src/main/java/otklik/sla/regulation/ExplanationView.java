package otklik.sla.regulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import otklik.regulation.Explanation;
import otklik.regulation.Recurring;
import otklik.regulation.Regulation;
import otklik.regulation.Russian;
import otklik.regulation.time.Office;
import otklik.regulation.time.Stretch;

/**
 * The proof of a deadline as the API tells it. From the legs alone the due instant can be computed again.
 *
 * @param sentence the proof in one Russian sentence
 * @param provisional whether a calendar it counts by is not decreed yet: the deadline may still move
 * @param zone local times of the sentence are told in it
 * @param legs empty for what is due on a day of the week or the month: there is nothing to count
 */
public record ExplanationView(
        String sentence,
        String regulation,
        int profileRevision,
        String calendarRevision,
        boolean provisional,
        String zone,
        String stage,
        String clause,
        Instant startedAt,
        Instant dueAt,
        List<LegView> legs) {

    /**
     * One run of a clock.
     *
     * @param clock {@code working}, {@code calendar}, {@code day-suspended} or {@code working-days}
     * @param backward whether it counts back, from a later instant to an earlier one
     */
    public record LegView(
            String clause,
            String clock,
            Duration amount,
            boolean backward,
            Instant from,
            Instant to,
            List<StretchView> stretches) {}

    /** @param reason {@code counted}, or why it was not */
    public record StretchView(Instant from, Instant to, String reason, String name) {}

    public static ExplanationView of(Explanation proof) {
        return new ExplanationView(
                proof.sentence(),
                proof.regulation(),
                proof.profileRevision(),
                proof.calendarRevision(),
                proof.provisional(),
                proof.zone().getId(),
                proof.stage(),
                proof.clause(),
                proof.startedAt(),
                proof.dueAt(),
                proof.legs().stream().map(ExplanationView::of).toList());
    }

    /** What is due again and again. */
    static ExplanationView of(Recurring duty, Regulation regulation, Instant after, Instant due) {
        Office office = regulation.office();
        return new ExplanationView(
                "Ближайший срок — " + Russian.dateAndTime(due, office.zone()) + ": " + duty.title() + " ("
                        + Russian.clause(duty.clause()) + ")",
                regulation.id(),
                regulation.revision(),
                office.calendar().revision(),
                office.isProvisional(due),
                office.zone().getId(),
                duty.id(),
                duty.clause(),
                after,
                due,
                List.of());
    }

    private static LegView of(Explanation.Leg leg) {
        return new LegView(
                leg.clause(),
                leg.clock().code(),
                leg.amount(),
                leg.backward(),
                leg.from(),
                leg.to(),
                leg.stretches().stream().map(ExplanationView::of).toList());
    }

    private static StretchView of(Stretch stretch) {
        return new StretchView(
                stretch.from(),
                stretch.to(),
                stretch.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                stretch.name());
    }
}
