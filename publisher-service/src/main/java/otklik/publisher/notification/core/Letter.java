package otklik.publisher.notification.core;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Term;
import otklik.regulation.time.Clock;

/** A letter to an executor (AK-6): what came, where it is, and that it can be returned (AK-7). Plain text, Russian. */
public record Letter(String subject, String text) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.of("ru", "RU"));
    private static final String RETURN = "return";

    /**
     * @param assignments at least one; several make a list
     * @param regulation that binds, null where the installation has none: then times are UTC and no term is named
     * @param consoleUrl without a slash at the end
     */
    public static Letter of(
            List<Assignment> assignments, String personName, @Nullable Regulation regulation, String consoleUrl) {
        List<String> lines = new ArrayList<>();
        lines.add("Здравствуйте, " + personName + "!");
        lines.add("");
        lines.addAll(
                assignments.size() == 1
                        ? one(assignments.getFirst(), regulation, consoleUrl)
                        : several(assignments, regulation, consoleUrl));
        assignments.stream()
                .filter(assignment -> !assignment.withdrawn())
                .findFirst()
                .ifPresent(assignment -> {
                    lines.add("");
                    lines.add("Если вопрос не относится к компетенции вашего органа, верните сообщение куратору"
                            + returnTerm(assignment, regulation) + ".");
                });
        lines.add("");
        lines.add("Это письмо отправила система «Отклик», отвечать на него не нужно.");
        return new Letter(subject(assignments), String.join("\n", lines) + "\n");
    }

    private static List<String> one(Assignment assignment, @Nullable Regulation regulation, String consoleUrl) {
        if (assignment.withdrawn()) {
            return withdrawn(assignment);
        }
        List<String> lines = new ArrayList<>();
        lines.add("В орган «" + assignment.organName() + "» поступило в работу сообщение" + number(assignment) + ".");
        lines.add("");
        topic(assignment).ifPresent(topic -> lines.add("Тема: " + topic));
        Optional.ofNullable(assignment.location()).ifPresent(location -> lines.add("Место: " + location));
        lines.add("Направлено: " + moment(assignment, regulation));
        lines.add("");
        lines.add("Откройте карточку — там текст сообщения, сроки и всё для ответа:");
        lines.add(link(assignment, consoleUrl));
        return lines;
    }

    private static List<String> withdrawn(Assignment assignment) {
        return List.of(
                "Сообщение" + number(assignment) + " направили в орган «" + assignment.organName()
                        + "» по ошибке и сразу отозвали.",
                "",
                "Делать с ним ничего не нужно. Извините за лишнее письмо.");
    }

    private static List<String> several(
            List<Assignment> assignments, @Nullable Regulation regulation, String consoleUrl) {
        List<String> lines = new ArrayList<>();
        long come = assignments.stream()
                .filter(assignment -> !assignment.withdrawn())
                .count();
        lines.add("Вашему органу поступили в работу сообщения, всего " + come
                + ". В карточке каждого — текст, сроки и всё для ответа.");
        for (Assignment assignment : assignments) {
            lines.add("");
            if (assignment.withdrawn()) {
                lines.addAll(withdrawn(assignment));
                continue;
            }
            lines.add(Stream.of(
                            Optional.of(assignment.elevated() ? "Важное" : ""),
                            Optional.of(number(assignment).strip()),
                            topic(assignment),
                            Optional.ofNullable(assignment.location()),
                            Optional.of("направлено " + moment(assignment, regulation)))
                    .flatMap(Optional::stream)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("; ")));
            lines.add(link(assignment, consoleUrl));
        }
        return lines;
    }

    private static String link(Assignment assignment, String consoleUrl) {
        return consoleUrl + "/incidents/" + assignment.incidentId();
    }

    /** The same for the same person and the same routing, so that a letter sent twice is seen to be one. */
    public static String messageId(Assignment assignment, String personId) {
        return messageId(assignment.incidentId().toString(), assignment.version(), personId);
    }

    static String messageId(String incidentId, long version, String personId) {
        return "<" + incidentId + "." + version + "." + personId.replaceAll("[^A-Za-z0-9.-]", "_") + "@otklik>";
    }

    private static String subject(List<Assignment> assignments) {
        if (assignments.size() > 1) {
            return "Новые сообщения: " + assignments.size();
        }
        Assignment assignment = assignments.getFirst();
        if (assignment.withdrawn()) {
            return "Отозвано сообщение" + number(assignment);
        }
        String topic = assignment.topicGroup() == null ? "" : ": " + assignment.topicGroup();
        return "Новое сообщение" + number(assignment) + topic;
    }

    private static String number(Assignment assignment) {
        return assignment.number() == null ? "" : " № " + assignment.number();
    }

    private static Optional<String> topic(Assignment assignment) {
        if (assignment.topicGroup() == null) {
            return Optional.empty();
        }
        return Optional.of(
                assignment.topic() == null || assignment.topic().equals(assignment.topicGroup())
                        ? assignment.topicGroup()
                        : assignment.topicGroup() + " — " + assignment.topic());
    }

    private static String moment(Assignment assignment, @Nullable Regulation regulation) {
        ZoneId zone = regulation == null ? ZoneOffset.UTC : regulation.zone();
        return MOMENT.format(assignment.routedAt().atZone(zone)) + (regulation == null ? " UTC" : "");
    }

    private static String returnTerm(Assignment assignment, @Nullable Regulation regulation) {
        if (regulation == null) {
            return "";
        }
        return regulation
                .findTerm(RETURN, assignment.elevated() ? Importance.ELEVATED : Importance.NORMAL)
                .map(term -> ": на это даётся " + amount(term) + " с момента направления (пункт "
                        + term.clause().substring(term.clause().indexOf('-') + 1) + " регламента)")
                .orElse("");
    }

    private static String amount(Term term) {
        Duration amount = term.amount();
        String span = amount.toMinutesPart() == 0
                ? amount.toHours() + " ч"
                : (amount.toHours() == 0 ? "" : amount.toHours() + " ч ") + amount.toMinutesPart() + " мин";
        return term.clock() == Clock.WORKING ? span + " рабочего времени" : span;
    }
}
