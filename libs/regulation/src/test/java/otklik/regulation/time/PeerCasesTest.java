package otklik.regulation.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import otklik.regulation.SharedData;
import tools.jackson.databind.JsonNode;

/**
 * What nine other libraries publish as right. Where they disagree the convention of this project is
 * declared: the earliest instant both ways, days counted from the next day, the closing instant not open.
 */
class PeerCasesTest {

    private static final Map<String, String> CONVENTION = Map.of(
            "add", "nearest",
            "subtract", "farthest",
            "isOpen", "closeExclusive",
            "addDays", "countFromNextDay",
            "subtractDays", "countFromNextDay");

    private final JsonNode file = SharedData.json("data/sla/peer-cases.json");
    private final Map<String, PeerSchedule> schedules = new HashMap<>();
    private final Map<String, WorkingTime> times = new HashMap<>();
    private final Map<String, TimeIndex> indexes = new HashMap<>();

    @Test
    void publishedCases_areMetUnderTheDeclaredConvention() {
        assertThat(wrong("cases")).isEmpty();
        assertThat(file.get("cases").size()).isGreaterThanOrEqualTo(671);
    }

    @Test
    void casesDerivedFromTheClauses_areMet() {
        assertThat(wrong("derived")).isEmpty();
        assertThat(file.get("derived").size()).isGreaterThanOrEqualTo(22);
    }

    private List<String> wrong(String list) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode peer : file.get(list)) {
            boolean legal = peer.get("reference").has("closeOfLastDay");
            String op = legal ? "closeOfLastDay" : peer.get("op").asString();
            String wanted = normal(peer.get("reference").get(CONVENTION.getOrDefault(op, legal ? op : "value")), op);
            String got = answer(peer, op);
            if (!got.equals(wanted)) {
                wrong.add(peer.get("id").asString() + " " + op + " wanted " + wanted + ", got " + got);
            }
        }
        return wrong;
    }

    private static String normal(JsonNode wanted, String op) {
        return op.equals("between")
                ? Duration.ofNanos(Math.round(wanted.asDouble() * 1e9)).toString()
                : wanted.isString() ? wanted.asString().replace(".000Z", "Z") : wanted.toString();
    }

    private String answer(JsonNode peer, String op) {
        String schedule = peer.get("schedule").asString();
        schedules.computeIfAbsent(
                schedule, id -> new PeerSchedule(file.get("schedules").get(id)));
        return switch (op) {
            case "addDays", "subtractDays", "isWorkday", "daysBetween", "closeOfLastDay" -> onDays(peer, op, schedule);
            case "periodsAfter" -> periods(peer, index(schedule), 1);
            case "periodsBefore" -> periods(peer, index(schedule), -1);
            default -> onTime(peer, op, index(schedule));
        };
    }

    private static String onTime(JsonNode peer, String op, TimeIndex index) {
        Instant start = Instant.parse(peer.get("start").asString());
        Duration amount = Duration.ofNanos(Math.round(peer.path("seconds").asDouble(0) * 1e9));
        return switch (op) {
            case "add" -> index.plus(start, amount).toString();
            case "subtract" -> index.minus(start, amount).toString();
            case "between" ->
                index.between(start, Instant.parse(peer.get("end").asString())).toString();
            case "isOpen" -> String.valueOf(index.isOpen(start));
            case "nextOpen" -> index.nextOpening(start).toString();
            case "prevOpen" -> index.minus(start, Duration.ZERO).toString();
            case "nextClose" ->
                Instant.ofEpochSecond(
                                index.intervals().close(index.intervals().firstClosingAfter(start.getEpochSecond())))
                        .toString();
            default -> throw new IllegalArgumentException("unknown op " + op);
        };
    }

    private String onDays(JsonNode peer, String op, String schedule) {
        PeerSchedule hours = schedule(schedule);
        WorkingTime time = times.computeIfAbsent(schedule, id -> hours.time());
        String start = peer.get("start").asString();
        return switch (op) {
            case "isWorkday" -> {
                LocalDate date = date(start, hours);
                yield String.valueOf(time.workingDay(date.minusDays(1), 1).equals(date));
            }
            case "daysBetween" -> {
                Instant end = midnight(date(peer.get("end").asString(), hours), hours);
                yield String.valueOf(time.between(Clock.WORKING_DAYS, midnight(date(start, hours), hours), end)
                        .toDays());
            }
            case "closeOfLastDay" ->
                time.plus(
                                Clock.WORKING_DAYS,
                                Instant.parse(start),
                                Duration.ofDays(peer.get("days").asInt()))
                        .toString();
            default ->
                shifted(
                        hours,
                        time,
                        start,
                        (op.equals("addDays") ? 1 : -1) * peer.get("days").asInt());
        };
    }

    private static LocalDate date(String text, PeerSchedule hours) {
        return text.length() == 10
                ? LocalDate.parse(text)
                : Instant.parse(text).atZone(hours.zone()).toLocalDate();
    }

    private static Instant midnight(LocalDate date, PeerSchedule hours) {
        return date.atStartOfDay(hours.zone()).toInstant();
    }

    /** The same local time on another working day; a bare date stays a bare date. */
    private static String shifted(PeerSchedule hours, WorkingTime time, String start, int days) {
        LocalDate from = date(start, hours);
        LocalDate date = days == 0 ? from : time.workingDay(from, days);
        return start.length() == 10
                ? date.toString()
                : Instant.parse(start)
                        .atZone(hours.zone())
                        .with(date)
                        .toInstant()
                        .toString();
    }

    private static String periods(JsonNode peer, TimeIndex index, int step) {
        long start = Instant.parse(peer.get("start").asString()).getEpochSecond();
        int at = index.intervals().firstClosingAfter(start);
        if (step < 0 && index.intervals().open(at) >= start) {
            at--;
        }
        List<String> periods = new ArrayList<>();
        for (int i = 0; i < peer.get("count").asInt(); i++, at += step) {
            long from = step > 0
                    ? Math.max(index.intervals().open(at), start)
                    : index.intervals().open(at);
            long to = step > 0
                    ? index.intervals().close(at)
                    : Math.min(index.intervals().close(at), start);
            periods.add("[\"" + Instant.ofEpochSecond(from) + "\",\"" + Instant.ofEpochSecond(to) + "\"]");
        }
        return "[" + String.join(",", periods) + "]";
    }

    private PeerSchedule schedule(String name) {
        return schedules.computeIfAbsent(
                name, id -> new PeerSchedule(file.get("schedules").get(id)));
    }

    private TimeIndex index(String schedule) {
        return indexes.computeIfAbsent(schedule, id -> schedule(id).index());
    }
}
