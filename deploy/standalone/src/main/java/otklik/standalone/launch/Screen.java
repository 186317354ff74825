package otklik.standalone.launch;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
                        people.stream().map(Screen::line).collect(Collectors.joining("\n")),
                        ports.http(Port.GATEWAY));
    }

    private static String line(DemoPeople.Entry person) {
        return String.format(
                Locale.ROOT, "  %-18s %-6s %s. %s", person.login(), person.password(), person.name(), person.about());
    }
}
