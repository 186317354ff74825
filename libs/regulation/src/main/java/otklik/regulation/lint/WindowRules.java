package otklik.regulation.lint;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import otklik.regulation.Deadline;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Russian;
import otklik.regulation.SubmissionWindows;
import otklik.regulation.lint.Finding.Kind;
import otklik.regulation.time.DayKind;
import otklik.regulation.time.ProductionCalendar;

/** Whether a term can end when the window for what is due is closed. */
final class WindowRules {

    private static final int HOURS_OF_A_WEEK = 7 * 24;

    private WindowRules() {}

    static List<Finding> findings(Regulation regulation) {
        return Optional.ofNullable(regulation.profile().submission())
                .flatMap(windows -> finding(regulation, windows))
                .stream()
                .toList();
    }

    private static Optional<Finding> finding(Regulation regulation, SubmissionWindows windows) {
        Instant monday =
                ordinaryWeek(regulation).atStartOfDay(regulation.zone()).toInstant();
        return IntStream.range(0, HOURS_OF_A_WEEK)
                .mapToObj(hour ->
                        regulation.deadline(windows.stage(), Importance.NORMAL, monday.plus(Duration.ofHours(hour))))
                .filter(deadline -> deadline.effectiveAt().isBefore(deadline.dueAt()))
                .min(Comparator.comparing(WindowRules::lost))
                .map(deadline -> told(regulation, windows, deadline));
    }

    private static Finding told(Regulation regulation, SubmissionWindows windows, Deadline deadline) {
        return new Finding(
                Kind.WINDOW_BEFORE_DEADLINE,
                List.of(deadline.clause(), windows.clause()),
                "Срок может кончиться, когда приём закрыт: направлено в "
                        + Russian.weekdayAndTime(deadline.startedAt(), regulation.zone()) + ", по "
                        + Russian.clause(deadline.clause()) + " проект законен до "
                        + Russian.weekdayAndTime(deadline.dueAt(), regulation.zone()) + ", а по "
                        + Russian.clause(windows.clause()) + " его примут только до "
                        + Russian.weekdayAndTime(deadline.effectiveAt(), regulation.zone()));
    }

    private static Duration lost(Deadline deadline) {
        return Duration.between(deadline.effectiveAt(), deadline.dueAt());
    }

    /** Monday of a week with no holiday in it nor in the one after. */
    private static LocalDate ordinaryWeek(Regulation regulation) {
        ProductionCalendar calendar = regulation.office().calendar();
        return calendar.last()
                .minusYears(1)
                .datesUntil(calendar.last())
                .filter(date -> date.getDayOfWeek() == DayOfWeek.MONDAY)
                .filter(date -> date.datesUntil(date.plusWeeks(2)).allMatch(day -> isOrdinary(calendar, day)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOrdinary(ProductionCalendar calendar, LocalDate date) {
        boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        return calendar.day(date).kind() == (weekend ? DayKind.WEEKEND : DayKind.WORKING);
    }
}
