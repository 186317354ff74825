package otklik.publisher.notification.core;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Russian;
import otklik.regulation.Term;
import otklik.regulation.time.Clock;

/**
 * A letter to one of the staff: what came or happened, where it is, what to do. Plain text, Russian; nothing the citizen wrote, nothing about
 * the citizen.
 */
public record Letter(String subject, String text) {

    /** More than that nobody reads in a letter; the rest is counted. */
    static final int LISTED = 100;

    private static final String RETURN = "return";

    /**
     * @param tidings at least one; several make a list, the most pressing first
     * @param regulation that binds, null where the installation has none: then times are UTC and no term is named
     * @param consoleUrl without a slash at the end
     */
    public static Letter of(
            List<Tiding> tidings, String personName, Staff staff, @Nullable Regulation regulation, String consoleUrl) {
        return new Writing(tidings, new Details(staff, regulation), regulation, consoleUrl).letter(personName);
    }

    /** One letter in the making. */
    private record Writing(
            List<Tiding> tidings, Details details, @Nullable Regulation regulation, String consoleUrl) {

        Letter letter(String personName) {
            List<String> lines = new ArrayList<>();
            lines.add("Здравствуйте, " + personName + "!");
            lines.add("");
            lines.addAll(tidings.size() == 1 ? one(tidings.getFirst()) : several());
            returnHint().ifPresent(hint -> {
                lines.add("");
                lines.add(hint);
            });
            lines.add("");
            lines.add("Это письмо отправила система «Отклик», отвечать на него не нужно.");
            return new Letter(subject(), String.join("\n", lines) + "\n");
        }

        private List<String> one(Tiding tiding) {
            Card card = tiding.card();
            if (tiding.what() instanceof What.Withdrawn withdrawn) {
                return List.of(
                        capital(Details.mistake(withdrawn, "сообщение" + number(card))) + ".",
                        "",
                        "Делать с ним ничего не нужно. Извините за лишнее письмо.");
            }
            List<String> lines = new ArrayList<>();
            lines.add(opening(tiding));
            lines.add("");
            topic(card).ifPresent(topic -> lines.add("Тема: " + topic));
            Optional.ofNullable(card.location()).ifPresent(location -> lines.add("Место: " + location));
            details.of(tiding).forEach(line -> lines.add(capital(line)));
            lines.add("");
            lines.add(
                    switch (tiding.what()) {
                        case What.Assigned ignored ->
                            "Откройте карточку — там текст сообщения, сроки и всё для ответа:";
                        case What.NewExecutors ignored -> "Все смены исполнителей:";
                        case What.Surged ignored -> "Эти сообщения в системе:";
                        case What ignored -> "Карточка:";
                    });
            lines.add(link(tiding));
            return lines;
        }

        private static String opening(Tiding tiding) {
            Card card = tiding.card();
            return switch (tiding.what()) {
                case What.Assigned assigned ->
                    "В орган «" + assigned.organName() + "» поступило в работу сообщение" + number(card) + ".";
                case What.Surged surged ->
                    surged.toldBefore() == null
                            ? "Много людей пишут об одном и том же."
                            : "Всплеск, о котором мы уже писали, сильно вырос.";
                case What.NewExecutors executors ->
                    "В органе «" + executors.change().organName() + "» сменился исполнитель.";
                case What what -> Section.of(what).one() + ": сообщение" + number(card) + ".";
            };
        }

        private List<String> several() {
            Map<Section, List<Tiding>> sections = new EnumMap<>(Section.class);
            tidings.forEach(tiding -> sections.computeIfAbsent(Section.of(tiding.what()), any -> new ArrayList<>())
                    .add(tiding));
            List<String> lines = new ArrayList<>();
            int left = LISTED;
            for (Map.Entry<Section, List<Tiding>> section : sections.entrySet()) {
                if (!lines.isEmpty()) {
                    lines.add("");
                }
                lines.add(heading(section.getKey(), section.getValue().size()));
                List<Tiding> listed = section.getValue().stream().limit(left).toList();
                listed.forEach(tiding -> list(lines, tiding));
                left -= listed.size();
                int more = section.getValue().size() - listed.size();
                if (more > 0) {
                    lines.add("");
                    lines.add("И ещё " + more + " — в системе: " + consoleUrl + "/");
                }
            }
            return lines;
        }

        private void list(List<String> lines, Tiding tiding) {
            lines.add("");
            lines.add(line(tiding));
            if (!(tiding.what() instanceof What.Withdrawn)) {
                lines.add(link(tiding));
            }
        }

        private static String heading(Section section, int size) {
            return section == Section.ASSIGNED
                    ? "Вашему органу поступили в работу сообщения, всего " + size
                            + ". В карточке каждого — текст, сроки и всё для ответа."
                    : section.several() + ", всего " + size + ".";
        }

        private String line(Tiding tiding) {
            Card card = tiding.card();
            return Stream.concat(
                            Stream.of(
                                            Optional.of(card.elevated() ? "Важное" : ""),
                                            Optional.of(number(card).strip()),
                                            organ(tiding),
                                            topic(card),
                                            Optional.ofNullable(card.location()))
                                    .flatMap(Optional::stream),
                            details.of(tiding).stream())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("; "));
        }

        /** Where it is about an organ itself. */
        private static Optional<String> organ(Tiding tiding) {
            return tiding.what() instanceof What.NewExecutors executors
                    ? Optional.of(executors.change().organName())
                    : Optional.empty();
        }

        private String subject() {
            Map<Section, Long> sizes = tidings.stream()
                    .collect(Collectors.groupingBy(
                            tiding -> Section.of(tiding.what()),
                            () -> new EnumMap<>(Section.class),
                            Collectors.counting()));
            Section first = sizes.keySet().iterator().next();
            if (tidings.size() == 1) {
                Card card = tidings.getFirst().card();
                return first.one()
                        + number(card)
                        + organ(tidings.getFirst()).map(name -> ": " + name).orElse("")
                        + (card.topicGroup() == null ? "" : ": " + card.topicGroup())
                        + (first == Section.SURGE && card.location() != null ? ", " + card.location() : "");
            }
            return sizes.entrySet().stream()
                    .map(entry -> entry.getKey().several() + ": " + entry.getValue())
                    .collect(Collectors.joining(", "));
        }

        private Optional<String> returnHint() {
            return tidings.stream()
                    .filter(tiding -> tiding.what() instanceof What.Assigned)
                    .findFirst()
                    .map(tiding -> "Если вопрос не относится к компетенции вашего органа, верните сообщение куратору"
                            + returnTerm(tiding.card())
                            + ".");
        }

        private String returnTerm(Card card) {
            if (regulation == null) {
                return "";
            }
            return regulation
                    .findTerm(RETURN, card.elevated() ? Importance.ELEVATED : Importance.NORMAL)
                    .map(term -> ": на это даётся " + amount(term) + " с момента направления ("
                            + Russian.clause(term.clause()) + " регламента)")
                    .orElse("");
        }

        /** The card; for a surge the open ones of its messages, for new executors the page of the staff. */
        private String link(Tiding tiding) {
            Card card = tiding.card();
            return switch (tiding.what()) {
                case What.Surged ignored ->
                    consoleUrl + "/?queue=open" + filter("topicGroup", card.topicGroup())
                            + filter("location", card.location());
                case What.NewExecutors ignored -> consoleUrl + "/absences";
                case What ignored -> consoleUrl + "/incidents/" + card.incidentId();
            };
        }

        private static String filter(String name, @Nullable String value) {
            return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }

        private static String capital(String line) {
            return line.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + line.substring(1);
        }

        private static String number(Card card) {
            return card.number() == null ? "" : " № " + card.number();
        }

        private static Optional<String> topic(Card card) {
            if (card.topicGroup() == null) {
                return Optional.empty();
            }
            return Optional.of(
                    card.topic() == null || card.topic().equals(card.topicGroup())
                            ? card.topicGroup()
                            : card.topicGroup() + " — " + card.topic());
        }

        private static String amount(Term term) {
            Duration amount = term.amount();
            String span = amount.toMinutesPart() == 0
                    ? amount.toHours() + " ч"
                    : (amount.toHours() == 0 ? "" : amount.toHours() + " ч ") + amount.toMinutesPart() + " мин";
            return term.clock() == Clock.WORKING ? span + " рабочего времени" : span;
        }
    }
}
