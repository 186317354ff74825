package otklik.regulation.time;

import java.time.LocalDate;

/** Working days as a rank array and its inverse, in epoch seconds; days are numbered from the first known date. */
final class DayIndex {

    private static final int DAY = 86_400;

    private final CalendarRange range;
    /** Local midnights as epoch seconds, one more than there are days. */
    private final long[] midnight;
    /** Working days up to and including the day. */
    private final int[] rank;
    /** Day number of the k-th working day, k from 1. */
    private final int[] day;
    /** Closing instant of the k-th working day. */
    private final long[] closing;

    private final DayRank quick;

    DayIndex(CalendarRange range, long[] midnight, int[] rank, int[] day, long[] closing) {
        this.range = range;
        this.midnight = midnight;
        this.rank = rank;
        this.day = day;
        this.closing = closing;
        this.quick = new DayRank(range, midnight, rank);
    }

    /** Closing of the n-th working day after the local date of the start; n from 1. */
    long plus(long start, long days) {
        range.check(start);
        return closing(start, quick.at(start) + days);
    }

    /** Closing of the n-th working day before the local date of the start; n from 1. */
    long minus(long start, long days) {
        int today = dayOf(start);
        return closing(start, rank[today] - (isWorking(today) ? 1 : 0) - days + 1);
    }

    /** Working days after the local date of start, up to and including the local date of end. */
    long between(long start, long end) {
        range.check(start);
        range.check(end);
        return (long) quick.at(end) - quick.at(start);
    }

    /** The n-th working day after (or, where n is negative, before) the date. */
    LocalDate shift(LocalDate date, int days) {
        int today = Math.toIntExact(date.toEpochDay() - range.first().toEpochDay());
        long start = midnight[today];
        long wanted = days >= 0 ? rank[today] + (long) days : rank[today] - (isWorking(today) ? 1 : 0) + days + 1;
        checkRank(start, wanted);
        return range.first().plusDays(day[(int) wanted]);
    }

    private long closing(long start, long wanted) {
        checkRank(start, wanted);
        return closing[(int) wanted];
    }

    private void checkRank(long start, long wanted) {
        if (wanted < 1 || wanted >= day.length) {
            throw range.leftBy(start);
        }
    }

    private boolean isWorking(int number) {
        return rank[number] > (number == 0 ? 0 : rank[number - 1]);
    }

    private int dayOf(long second) {
        range.check(second);
        int guess = (int) Math.min((second - midnight[0]) / DAY, rank.length - 1);
        while (midnight[guess + 1] <= second) {
            guess++;
        }
        while (midnight[guess] > second) {
            guess--;
        }
        return guess;
    }
}
