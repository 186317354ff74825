package otklik.bench.regulation;

import com.opengamma.strata.basics.date.HolidayCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.jbpm.process.core.timer.BusinessCalendarImpl;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import otklik.regulation.time.Clock;
import otklik.regulation.time.WorkingTime;

/** Nine working hours and seven working days from random instants. Each method takes the next instant in turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WorkingTimeBenchmark {

    private static final long NINE_HOURS = Duration.ofHours(9).toMillis();
    private static final long SEVEN_DAYS = Duration.ofDays(7).toMillis();
    private static final Duration HOURS = Duration.ofHours(9);
    private static final Duration DAYS = Duration.ofDays(7);

    private final long[] starts = Instants.millis(1);
    private final Instant[] instants =
            Arrays.stream(starts).mapToObj(Instant::ofEpochMilli).toArray(Instant[]::new);
    private final LocalDate[] dates = Arrays.stream(instants)
            .map(start -> start.atZone(Calendars.ALTAI.zone()).toLocalDate())
            .toArray(LocalDate[]::new);
    private final WorkingTime time = Calendars.ALTAI.time();
    private final DayWalk walk = Calendars.walk();
    private final SetClock clock = new SetClock();
    private final BusinessCalendarImpl jbpm = Calendars.jbpm(clock);
    private final HolidayCalendar strata = Calendars.strata();
    private int next;

    @Benchmark
    public long hoursOtklik() {
        return time.plusMillis(Clock.WORKING, start(), NINE_HOURS);
    }

    @Benchmark
    public Instant hoursOtklikInstant() {
        return time.plus(Clock.WORKING, instant(), HOURS);
    }

    @Benchmark
    public Instant hoursWalk() {
        return walk.plus(instant(), HOURS);
    }

    @Benchmark
    public Date hoursJbpm() {
        clock.set(start());
        return jbpm.calculateBusinessTimeAsDate("9h");
    }

    @Benchmark
    public long daysOtklik() {
        return time.plusMillis(Clock.WORKING_DAYS, start(), SEVEN_DAYS);
    }

    @Benchmark
    public Instant daysOtklikInstant() {
        return time.plus(Clock.WORKING_DAYS, instant(), DAYS);
    }

    @Benchmark
    public Instant daysWalk() {
        return walk.plusDays(instant(), 7);
    }

    @Benchmark
    public Date daysJbpm() {
        clock.set(start());
        return jbpm.calculateBusinessTimeAsDate("7d");
    }

    /** Dates only: the way from an instant to a local date is not counted. */
    @Benchmark
    public LocalDate daysStrata() {
        advance();
        return strata.shift(dates[next], 7);
    }

    private long start() {
        advance();
        return starts[next];
    }

    private Instant instant() {
        advance();
        return instants[next];
    }

    private void advance() {
        next = (next + 1) & Instants.MASK;
    }
}
