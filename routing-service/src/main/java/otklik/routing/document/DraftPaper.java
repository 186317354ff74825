package otklik.routing.document;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Regulation;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.core.Incident;

/** A draft as it stands on paper, whatever the format: what it is, whose, when, and its paragraphs (VP-12). */
record DraftPaper(String title, List<String> about, List<String> paragraphs) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'г.', HH:mm", Locale.of("ru", "RU"));

    static DraftPaper of(Incident incident, Incident.Draft draft, Directory directory, Regulation regulation) {
        ZoneId zone = regulation.zone();
        return new DraftPaper(
                kind(draft) + " на сообщение " + incident.number(),
                Stream.of(
                                line("Орган", directory.name(incident.organ())),
                                line(
                                        "Подготовлено",
                                        DATE.format(draft.submittedAt().atZone(zone))),
                                line("Исполнитель", draft.by().name()),
                                line("Редакция", Integer.toString(draft.round())),
                                line("Сообщение", incident.url()))
                        .flatMap(List::stream)
                        .toList(),
                draft.text().lines().map(String::strip).toList());
    }

    private static List<String> line(String name, @Nullable String value) {
        return value == null ? List.of() : List.of(name + ": " + value);
    }

    private static String kind(Incident.Draft draft) {
        return switch (draft.kind()) {
            case FINAL -> "Проект ответа";
            case INTERIM -> "Проект промежуточного ответа";
            case CLARIFICATION -> "Проект уточняющего вопроса";
        };
    }
}
