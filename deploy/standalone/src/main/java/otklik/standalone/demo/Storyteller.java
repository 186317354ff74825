package otklik.standalone.demo;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Prints the demo: time, clause, what came about; below it the deadlines that started or ended with it. Times are the jurisdiction's. */
final class Storyteller {

    private static final ZoneId ZONE = ZoneId.of("Asia/Barnaul");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZONE);
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern(
                    "EE d MMMM HH:mm", Locale.forLanguageTag("ru"))
            .withZone(ZONE);

    private final PrintStream out;

    Storyteller(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
    }

    void step(Instant at, String clause, String text) {
        out.printf(Locale.ROOT, "%s  %-7s %s%n", TIME.format(at), clause, text);
    }

    /** One line of the timeline: a fact, what happened to a deadline, or at the end whose working time it took. */
    void entry(JsonNode entry) {
        Instant at = Instant.parse(entry.at("/at").asString());
        String clause = entry.at("/clause").asString("");
        String title = entry.at("/title").asString();
        if (entry.at("/version").isMissingNode()) {
            out.printf(Locale.ROOT, "%14s%-7s └ %s%s%n", "", clause, title, due(entry));
        } else {
            step(at, clause, title + by(entry));
        }
    }

    private static String due(JsonNode entry) {
        String due = entry.at("/details/dueAt").asString("");
        return due.isEmpty() ? "" : " — " + DUE.format(Instant.parse(due));
    }

    private static String by(JsonNode entry) {
        String name = entry.at("/by/name").asString("");
        return name.isEmpty() ? "" : " (" + name + ")";
    }
}
