package otklik.standalone.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one screen that tells people what they have and what to try. */
public final class Screen {

    private Screen() {}

    public static String of(Ports ports, StateFolder state, List<DemoPeople.Entry> people, String took) {
        return """

                Отклик готов за %s.

                  Открыть в браузере   %s
                  Имитация ВКонтакте   %s
                  Имитация почты       %s/mail
                  Описания API         %s/api/{ingest,routing,sla,publisher,reports}/openapi.json
                  Kafka                127.0.0.1:%d
                  PostgreSQL           127.0.0.1:%d (пользователь postgres, без пароля)
                  Журналы              %s

                Войти (логин, пароль, кто это):
                %s

                Попробовать, в другом окне:
                  ./otklik demo        провести одно сообщение от стены до опубликованного ответа
                  ./otklik import ФАЙЛ --jurisdiction altai-krai
                  curl -u curator.altai:demo -d grant_type=client_credentials %s/oauth2/token

                Остановить: Ctrl-C или ./otklik stop. Данные останутся.
                """.formatted(
                        took,
                        ports.http(Port.GATEWAY),
                        ports.http(Port.SIMULATORS),
                        ports.http(Port.SIMULATORS),
                        ports.http(Port.GATEWAY),
                        ports.of(Port.KAFKA),
                        ports.of(Port.POSTGRES),
                        state.logs(),
                        people(people),
                        ports.http(Port.GATEWAY));
    }

    /** Those of the first place one by one; of the others, who have the same posts, the logins. Places are the ends of the logins. */
    private static String people(List<DemoPeople.Entry> people) {
        Map<String, List<DemoPeople.Entry>> places =
                people.stream().collect(Collectors.groupingBy(Screen::place, LinkedHashMap::new, Collectors.toList()));
        String first = places.keySet().stream().findFirst().orElse("");
        Stream<String> lines = people.stream()
                .filter(person -> place(person).equals(first) || !person.login().contains("."))
                .map(Screen::line);
        List<String> others = places.entrySet().stream()
                .filter(place -> !place.getKey().equals(first) && place.getKey().contains("."))
                .map(place -> "  "
                        + place.getValue().stream()
                                .map(DemoPeople.Entry::login)
                                .filter(login -> login.indexOf('.') == login.lastIndexOf('.'))
                                .collect(Collectors.joining(", ")))
                .toList();
        Stream<String> heading = others.isEmpty() ? Stream.of() : Stream.of("Другие регионы, пароль тот же:");
        return Stream.concat(lines, Stream.concat(heading, others.stream())).collect(Collectors.joining("\n"));
    }

    private static String place(DemoPeople.Entry person) {
        int dot = person.login().lastIndexOf('.');
        return dot < 0 ? "" : person.login().substring(dot);
    }

    private static String line(DemoPeople.Entry person) {
        return String.format(
                Locale.ROOT, "  %-18s %-6s %s. %s", person.login(), person.password(), person.name(), person.about());
    }
}
