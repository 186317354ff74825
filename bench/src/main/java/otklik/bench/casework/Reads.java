package otklik.bench.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import otklik.bench.Report;
import otklik.contracts.Json;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What people look at: queues of many kinds, cards, timelines, commands. */
final class Reads {

    private static final String BUSY = "altai-krai";
    private static final String ORGAN = "altai-krai.transport";
    private static final String INCIDENTS = "/api/routing/v1/incidents";
    private static final int PER_SECOND = 50;
    private static final int DEEP = 40;
    private static final double GOAL = 50;

    private static final Caller CURATOR = People.of(Role.CURATOR, BUSY, null);
    private static final Caller EXECUTOR = People.of(Role.EXECUTOR, BUSY, ORGAN);
    private static final Caller RESPONSIBLE = People.of(Role.RESPONSIBLE, BUSY, ORGAN);
    private static final Caller LEADERSHIP =
            new Caller("leadership", "Руководство", List.of(new Grant(Role.LEADERSHIP, Grant.EVERYWHERE, null)));
    private static final Caller OBSERVER = People.of(Role.OBSERVER, "vyatskie-polyany", null);

    private final Client client;
    private final Size size;
    private final Report report;
    private final Map<String, Latencies> byEndpoint = new LinkedHashMap<>();

    Reads(Client client, Size size, Report report) {
        this.client = client;
        this.size = size;
        this.report = report;
    }

    void measure() {
        queues();
        pages();
        words();
        incidents();
        byEndpoint.forEach((endpoint, latencies) -> report.figure(
                "p95 " + endpoint, "Отклик", latencies.millis(0.95), "мс", Goals.atMost(GOAL, latencies.millis(0.95))));
    }

    private void queues() {
        for (String queue : List.of("mine", "open", "overdue", "closed", "screened")) {
            queue("куратор, " + queue, CURATOR, "queue=" + queue);
            queue("исполнитель, " + queue, EXECUTOR, "queue=" + queue);
            queue("руководство всех, " + queue, LEADERSHIP, "queue=" + queue);
        }
        queue("ответственный, mine", RESPONSIBLE, "queue=mine");
        queue("ответственный, open", RESPONSIBLE, "queue=open");
        queue("наблюдатель малого, open", OBSERVER, "queue=open");
        queue("наблюдатель малого, closed", OBSERVER, "queue=closed");
        queue("куратор, состояние", CURATOR, "queue=open&state=ON_APPROVAL");
        queue("куратор, редкое состояние", CURATOR, "queue=closed&state=NO_REACTION");
        queue("куратор, орган", CURATOR, "queue=open&organ=" + ORGAN);
        queue("куратор, орган закрытые", CURATOR, "queue=closed&organ=" + ORGAN);
        queue("руководство, территория", LEADERSHIP, "queue=open&jurisdiction=vyatskie-polyany");
    }

    private void pages() {
        for (String queue : List.of("mine", "open", "closed")) {
            String cursor = deep(CURATOR, "queue=" + queue);
            if (cursor != null) {
                queue("куратор, " + queue + ", страница " + DEEP, CURATOR, "queue=" + queue + "&cursor=" + cursor);
            }
        }
    }

    private @Nullable String deep(Caller caller, String query) {
        String cursor = "";
        for (int page = 0; page < DEEP; page++) {
            JsonNode answer = Json.mapper()
                    .readTree(client.get(caller, INCIDENTS + "?limit=200&" + query + cursor)
                            .block(Duration.ofMinutes(1)));
            if (!answer.at("/next").isString()) {
                return null;
            }
            cursor = "&cursor=" + answer.at("/next").asString();
        }
        return cursor.substring("&cursor=".length());
    }

    private void words() {
        Map<String, String> searches = new LinkedHashMap<>();
        searches.put("частое слово", "дорога");
        searches.put("другая форма", "дорогами");
        searches.put("два слова", "фонари школа");
        searches.put("улица", "улица Чкалова");
        searches.put("адрес", "улица Молодёжной, дом 117");
        searches.put("редкое слово", "голубятня");
        searches.put("нет такого", "криптовалюта");
        searches.put("номер", number());
        searches.put("конец номера", number().replaceAll(".*-", ""));
        searches.forEach((what, words) -> {
            String q = "&q=" + URLEncoder.encode(words, UTF_8);
            queue("куратор, open, " + what, CURATOR, "queue=open" + q);
            queue("куратор, closed, " + what, CURATOR, "queue=closed" + q);
            queue("руководство всех, closed, " + what, LEADERSHIP, "queue=closed" + q);
        });
        queue("куратор, mine, частое слово", CURATOR, "queue=mine&q=" + URLEncoder.encode("дорога", UTF_8));
        queue("исполнитель, closed, два слова", EXECUTOR, "queue=closed&q=" + URLEncoder.encode("фонари школа", UTF_8));
    }

    private String number() {
        return Json.mapper()
                .readTree(
                        client.get(CURATOR, INCIDENTS + "?queue=closed&limit=1").block(Duration.ofMinutes(1)))
                .at("/items/0/number")
                .asString();
    }

    private void queue(String what, Caller caller, String query) {
        measure(
                "GET …/incidents",
                what,
                number -> client.get(caller, INCIDENTS + "?" + query).then());
    }

    private void incidents() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < size.reads(); i++) {
            ids.add(Lives.id(random.nextInt(size.incidents())).toString());
        }
        incidents("руководство всех", LEADERSHIP, ids);
        // Those who work on it have steps to choose from, a draft to approve, findings in it.
        incidents("куратор, mine", CURATOR, ids(CURATOR, "queue=mine"));
        incidents("куратор, на согласовании", CURATOR, ids(CURATOR, "queue=open&state=ON_APPROVAL"));
        incidents("исполнитель, mine", EXECUTOR, ids(EXECUTOR, "queue=mine"));
    }

    private List<String> ids(Caller caller, String query) {
        return Json.mapper()
                .readTree(client.get(caller, INCIDENTS + "?limit=200&" + query).block(Duration.ofMinutes(1)))
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private void incidents(String what, Caller caller, List<String> ids) {
        for (String part : ids.isEmpty() ? List.<String>of() : List.of("", "/timeline", "/commands")) {
            measure(
                    "GET …/{id}" + part,
                    what,
                    number -> client.get(caller, INCIDENTS + "/" + ids.get(number % ids.size()) + part)
                            .then());
        }
    }

    private void measure(String endpoint, String what, IntFunction<Mono<Void>> call) {
        Pace.open(PER_SECOND, 5, call);
        Latencies latencies = Pace.open(PER_SECOND, size.reads(), call);
        byEndpoint.computeIfAbsent(endpoint, key -> new Latencies()).addAll(latencies);
        double p95 = latencies.millis(0.95);
        report.figure(endpoint + ": " + what + ", p50", "Отклик", latencies.millis(0.5), "мс", null);
        report.figure(endpoint + ": " + what + ", p95", "Отклик", p95, "мс", Goals.atMost(GOAL, p95));
    }
}
