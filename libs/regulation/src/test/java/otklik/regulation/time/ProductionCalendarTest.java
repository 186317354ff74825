package otklik.regulation.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductionCalendarTest {

    private final ProductionCalendar calendar = ProductionCalendar.russia();

    @Test
    void calendar_knowsShortTransferredAndWorkedDays() {
        assertThat(kind("2026-06-11")).isEqualTo(DayKind.SHORTENED);
        assertThat(kind("2021-02-20")).isEqualTo(DayKind.SHORTENED); // a worked Saturday, shortened
        assertThat(kind("2024-04-27")).isEqualTo(DayKind.WORKING); // a worked Saturday
        assertThat(kind("2026-06-13")).isEqualTo(DayKind.WEEKEND);
        assertThat(calendar.day(LocalDate.parse("2026-06-12")))
                .isEqualTo(new CalendarDay(DayKind.HOLIDAY, "День России"));
        assertThat(calendar.day(LocalDate.parse("2026-03-09")))
                .isEqualTo(new CalendarDay(DayKind.TRANSFERRED, "перенос с 08.03"));
    }

    @Test
    void calendar_countsTheWorkingDaysOfEachYear() {
        assertThat(workingDays(2024)).isEqualTo(248);
        assertThat(workingDays(2025)).isEqualTo(247);
        assertThat(workingDays(2026)).isEqualTo(247);
    }

    @Test
    void decree_isKnownFromTheDayItWasSigned() {
        LocalDate date = LocalDate.parse("2021-11-03");

        assertThat(calendar.asKnownOn(LocalDate.parse("2021-10-19")).day(date).kind())
                .isEqualTo(DayKind.SHORTENED);
        assertThat(calendar.asKnownOn(LocalDate.parse("2021-10-20")).day(date))
                .isEqualTo(new CalendarDay(DayKind.DECREED, "указ № 595"));
        assertThat(calendar.asKnownOn(LocalDate.parse("2020-03-24"))
                        .day(LocalDate.parse("2020-03-30"))
                        .isWorking())
                .isTrue();
    }

    @Test
    void revision_namesTheStateOfKnowledge() {
        assertThat(calendar.revision()).isEqualTo("ru-2026-09-02");
        assertThat(calendar.asKnownOn(LocalDate.parse("2021-10-20")).revision()).isEqualTo("ru-2021-10-20");
    }

    @Test
    void regionalDays_lieOverTheCountrys() {
        LocalDate date = LocalDate.parse("2026-07-01");
        ProductionCalendar regional =
                calendar.with("tatarstan", Map.of(date, new CalendarDay(DayKind.HOLIDAY, "Свой")));

        assertThat(regional.day(date).isWorking()).isFalse();
        assertThat(calendar.day(date).isWorking()).isTrue();
    }

    @Test
    void provisionalYear_isMarked() {
        ProductionCalendar forecast =
                ProductionCalendar.parse("x", "x.txt", "year 2028 revised 2026-09-02 provisional");

        assertThat(forecast.isProvisional(LocalDate.parse("2028-02-01"))).isTrue();
        assertThat(calendar.isProvisional(LocalDate.parse("2027-02-01"))).isFalse();
    }

    @Test
    void unreadableLine_isNamed() {
        assertThatThrownBy(
                        () -> ProductionCalendar.parse("x", "x.txt", "year 2028 revised 2026-09-02\n13-45 holiday Х"))
                .hasMessage("x.txt:2: cannot read «13-45 holiday Х»; write like: 05-01 holiday NAME,"
                        + " or 01-01..01-06 holiday NAME");
        assertThatThrownBy(() -> ProductionCalendar.parse("x", "x.txt", "year 2028 revised 2026-09-02\n05-01 feast Х"))
                .hasMessage("x.txt:2: unknown kind «feast»; write holiday, moved, short, work or decree");
    }

    private DayKind kind(String date) {
        return calendar.day(LocalDate.parse(date)).kind();
    }

    private long workingDays(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> calendar.day(date).isWorking())
                .count();
    }
}
