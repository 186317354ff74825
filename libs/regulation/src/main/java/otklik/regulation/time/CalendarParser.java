package otklik.regulation.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the project's calendar format; the head of {@code calendars/ru.txt} describes it. */
final class CalendarParser {

    private final String file;
    private final List<CalendarYear> years = new ArrayList<>();
    private int line;

    CalendarParser(String file) {
        this.file = file;
    }

    List<CalendarYear> parse(String text) {
        for (String raw : text.split("\\R")) {
            line++;
            String entry = raw.strip();
            if (!entry.isEmpty() && !entry.startsWith("#")) {
                read(entry);
            }
        }
        if (years.isEmpty()) {
            throw bad("no year in it; begin with: year 2026 revised 2025-09-30");
        }
        return years;
    }

    private void read(String entry) {
        String[] words = entry.split("\\s+", 3);
        try {
            if (words[0].equals("year")) {
                startYear(entry.split("\\s+"));
            } else {
                addDays(words);
            }
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            throw bad("cannot read «" + entry + "»; write like: 05-01 holiday NAME, or 01-01..01-06 holiday NAME");
        }
    }

    private void startYear(String[] words) {
        int year = Integer.parseInt(words[1]);
        if (!years.isEmpty() && years.getLast().year() + 1 != year) {
            throw bad("year " + year + " does not follow " + years.getLast().year() + "; leave no gap");
        }
        boolean provisional = words.length > 4 && words[4].equals("provisional");
        years.add(new CalendarYear(year, LocalDate.parse(words[3]), provisional, new ArrayList<>()));
    }

    private void addDays(String[] words) {
        if (years.isEmpty()) {
            throw bad("a day before the first year; begin with: year 2026 revised 2025-09-30");
        }
        CalendarYear year = years.getLast();
        String[] dates = words[0].split("\\.\\.");
        LocalDate last = date(year, dates[dates.length - 1]);
        String rest = words.length > 2 ? words[2] : "";
        for (LocalDate on = date(year, dates[0]); !on.isAfter(last); on = on.plusDays(1)) {
            year.entries().add(entry(on, words[1], rest));
        }
    }

    private CalendarYear.Entry entry(LocalDate date, String kind, String rest) {
        return switch (kind) {
            case "holiday" -> known(date, new CalendarDay(DayKind.HOLIDAY, rest));
            case "moved" -> known(date, new CalendarDay(DayKind.TRANSFERRED, movedFrom(date, rest)));
            case "short" -> known(date, new CalendarDay(DayKind.SHORTENED, ""));
            case "work" -> known(date, CalendarDay.ORDINARY);
            case "decree" ->
                new CalendarYear.Entry(
                        date,
                        new CalendarDay(DayKind.DECREED, rest.substring(11)),
                        LocalDate.parse(rest.substring(0, 10)));
            default -> throw bad("unknown kind «" + kind + "»; write holiday, moved, short, work or decree");
        };
    }

    private static CalendarYear.Entry known(LocalDate date, CalendarDay day) {
        return new CalendarYear.Entry(date, day, LocalDate.MIN);
    }

    private static String movedFrom(LocalDate date, String from) {
        if (from.isEmpty()) {
            return "";
        }
        LocalDate source = LocalDate.parse(date.getYear() + "-" + from);
        return String.format(Locale.ROOT, "перенос с %02d.%02d", source.getDayOfMonth(), source.getMonthValue());
    }

    private static LocalDate date(CalendarYear year, String monthAndDay) {
        return LocalDate.parse(year.year() + "-" + monthAndDay);
    }

    private IllegalArgumentException bad(String what) {
        return new IllegalArgumentException(file + ":" + line + ": " + what);
    }
}
