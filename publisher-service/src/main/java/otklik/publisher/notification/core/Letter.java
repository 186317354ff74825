package otklik.publisher.notification.core;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
     * @param regulation that binds, null where the installation has none: then times are UTC and no term is named
     * @param consoleUrl without a slash at the end
     */
    public static Letter of(
            Assignment assignment, String personName, @Nullable Regulation regulation, String consoleUrl) {
        List<String> lines = new ArrayList<>();
        lines.add("Здравствуйте, " + personName + "!");
        lines.add("");
        lines.add("В орган «" + assignment.organName() + "» поступило в работу сообщение" + number(assignment) + ".");
        lines.add("");
        topic(assignment).ifPresent(topic -> lines.add("Тема: " + topic));
        Optional.ofNullable(assignment.location()).ifPresent(location -> lines.add("Место: " + location));
        lines.add("Направлено: " + moment(assignment, regulation));
        lines.add("");
        lines.add("Откройте карточку — там текст сообщения, сроки и всё для ответа:");
        lines.add(consoleUrl + "/incidents/" + assignment.incidentId());
        lines.add("");
        lines.add("Если вопрос не относится к компетенции вашего органа, верните сообщение куратору"
                + returnTerm(assignment, regulation) + ".");
        lines.add("");
        lines.add("Это письмо отправила система «Отклик», отвечать на него не нужно.");
        return new Letter(subject(assignment), String.join("\n", lines) + "\n");
    }

    /** The same for the same person and the same routing, so that a letter sent twice is seen to be one. */
    public static String messageId(Assignment assignment, String personId) {
        return messageId(assignment.incidentId().toString(), assignment.version(), personId);
    }

    static String messageId(String incidentId, long version, String personId) {
        return "<" + incidentId + "." + version + "." + personId.replaceAll("[^A-Za-z0-9.-]", "_") + "@otklik>";
    }

    private static String subject(Assignment assignment) {
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
