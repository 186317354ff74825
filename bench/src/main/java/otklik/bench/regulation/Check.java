package otklik.bench.regulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import otklik.contracts.Json;
import otklik.regulation.time.Clock;
import otklik.regulation.time.OfficeHours;
import otklik.regulation.time.WorkingTime;

/** Random instants and amounts in eleven zones against {@link DayWalk}, both ways of asking; counts what differs. */
record Check(long count, boolean json) {

    private static final int SLICE = 50_000;
    private static final List<String> ZONES = List.of(
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
            "Asia/Sakhalin");

    /** @param wrong answers of the index that differ from the walk's */
    record Outcome(long instants, int zones, long wrong, double seconds) {}

    int run() {
        long started = System.nanoTime();
        List<Offices> offices = ZONES.stream().map(Offices::of).toList();
        long slices = (count + SLICE - 1) / SLICE;
        long wrong = LongStream.range(0, slices)
                .parallel()
                .map(slice -> offices.get((int) (slice % offices.size()))
                        .wrong(slice, (int) Math.min(SLICE, count - slice * SLICE)))
                .sum();
        tell(new Outcome(count, ZONES.size(), wrong, (System.nanoTime() - started) / 1e9));
        return wrong == 0 ? 0 : 1;
    }

    private void tell(Outcome outcome) {
        System.out.println(
                json
                        ? Json.mapper().writeValueAsString(outcome)
                        : String.format(
                                Locale.ROOT,
                                "%,d случайных моментов в %d зонах, часы и дни: неверных %d (%.0f с)",
                                outcome.instants(),
                                outcome.zones(),
                                outcome.wrong(),
                                outcome.seconds()));
    }

    /** The index and the walk of one zone. */
    private record Offices(WorkingTime time, DayWalk walk) {

        static Offices of(String zone) {
            OfficeHours hours = Calendars.ALTAI.office().hours();
            ZoneId id = ZoneId.of(zone);
            return new Offices(WorkingTime.of(id, hours, Calendars.RUSSIA), new DayWalk(id, hours, Calendars.RUSSIA));
        }

        long wrong(long seed, int count) {
            SplittableRandom random = new SplittableRandom(seed);
            long wrong = 0;
            for (int i = 0; i < count; i++) {
                Instant start = Instants.random(random);
                Duration amount = Duration.ofMillis(random.nextLong(1, 40 * 3_600_000L));
                int days = random.nextInt(1, 12);
                wrong += hours(start, amount) && days(start, days) ? 0 : 1;
            }
            return wrong;
        }

        private boolean hours(Instant start, Duration amount) {
            Instant due = walk.plus(start, amount);
            return time.plus(Clock.WORKING, start, amount).equals(due)
                    && time.plusMillis(Clock.WORKING, start.toEpochMilli(), amount.toMillis()) == due.toEpochMilli();
        }

        private boolean days(Instant start, int days) {
            Instant due = walk.plusDays(start, days);
            Duration amount = Duration.ofDays(days);
            return time.plus(Clock.WORKING_DAYS, start, amount).equals(due)
                    && time.plusMillis(Clock.WORKING_DAYS, start.toEpochMilli(), amount.toMillis())
                            == due.toEpochMilli();
        }
    }
}
