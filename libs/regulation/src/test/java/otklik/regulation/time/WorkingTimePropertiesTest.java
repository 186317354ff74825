package otklik.regulation.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random instants of 2014–2027 in eleven zones, against a second, naive implementation and against the laws. */
class WorkingTimePropertiesTest {

    private static final long FROM = Instant.parse("2014-02-01T00:00:00Z").getEpochSecond();
    private static final long TO = Instant.parse("2027-11-15T00:00:00Z").getEpochSecond();
    private static final int PER_ZONE = 9_100;
    private static final List<Hours> LONG = List.of(new Hours(480, 720), new Hours(768, 1020));
    private static final List<Hours> SHORT = List.of(new Hours(480, 720), new Hours(768, 960));
    private static final OfficeHours OFFICE = new OfficeHours(
            Map.of(
                    DayOfWeek.MONDAY, LONG,
                    DayOfWeek.TUESDAY, LONG,
                    DayOfWeek.WEDNESDAY, LONG,
                    DayOfWeek.THURSDAY, LONG,
                    DayOfWeek.FRIDAY, SHORT),
            null,
            60);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Kaliningrad",
                "Europe/Moscow",
                "Europe/Samara",
                "Asia/Yekaterinburg",
                "Asia/Omsk",
                "Asia/Barnaul",
                "Asia/Krasnoyarsk",
                "Asia/Irkutsk",
                "Asia/Chita",
                "Asia/Vladivostok",
                "Asia/Sakhalin"
            })
    void index_agreesWithTheNaiveWalk(String zone) {
        ProductionCalendar calendar = ProductionCalendar.russia();
        WorkingTime time = WorkingTime.of(ZoneId.of(zone), OFFICE, calendar);
        NaiveTime naive = new NaiveTime(ZoneId.of(zone), OFFICE, calendar);
        SplittableRandom random = new SplittableRandom(zone.hashCode());

        for (int i = 0; i < PER_ZONE; i++) {
            Instant start = Instant.ofEpochSecond(random.nextLong(FROM, TO));
            Duration amount = Duration.ofSeconds(random.nextLong(1, 11 * 3600));
            int days = random.nextInt(1, 9);
            assertThat(time.plus(Clock.WORKING, start, amount))
                    .as("%s + %s", start, amount)
                    .isEqualTo(naive.plus(start, amount));
            assertThat(time.plus(Clock.WORKING_DAYS, start, Duration.ofDays(days)))
                    .as("%s + %s days", start, days)
                    .isEqualTo(naive.plusDays(start, days));
            if (i % 10 == 0) {
                assertThat(time.minus(Clock.WORKING, start, amount))
                        .as("%s - %s", start, amount)
                        .isEqualTo(naive.minus(start, amount));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void calculus_obeysItsLaws(long seed) {
        WorkingTime time = WorkingTime.of(ZoneId.of("Asia/Barnaul"), OFFICE, ProductionCalendar.russia());
        SplittableRandom random = new SplittableRandom(seed);

        for (int i = 0; i < 34_000; i++) {
            Clock clock = random.nextBoolean() ? Clock.WORKING : Clock.DAY_SUSPENDED;
            Instant start = Instant.ofEpochSecond(random.nextLong(FROM, TO), random.nextInt(1_000_000_000));
            Duration first = Duration.ofNanos(random.nextLong(1, 20_000_000_000_000L));
            Duration second = Duration.ofNanos(random.nextLong(1, 20_000_000_000_000L));
            Instant due = time.plus(clock, start, first);

            assertThat(time.between(clock, start, due)).isEqualTo(first);
            assertThat(time.between(clock, time.minus(clock, due, first), due)).isEqualTo(first);
            assertThat(time.minus(clock, due, first)).isBeforeOrEqualTo(start);
            assertThat(time.plus(clock, due, second)).isEqualTo(time.plus(clock, start, first.plus(second)));
            assertThat(time.plus(clock, start.plusSeconds(60), first)).isAfterOrEqualTo(due);
        }
    }
}
