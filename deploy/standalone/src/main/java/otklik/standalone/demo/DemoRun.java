package otklik.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import otklik.contracts.Channel;
import otklik.contracts.IncidentId;
import otklik.contracts.post.PostKey;
import otklik.standalone.client.OtklikClient;
import otklik.standalone.client.OtklikClient.Answer;
import otklik.standalone.client.OtklikClient.Login;
import otklik.standalone.launch.LaunchException;
import tools.jackson.databind.JsonNode;

/** Walks one incident of Altai Krai the whole road, as its people would. */
final class DemoRun {

    private static final Login CURATOR = new Login("curator.altai", "demo");
    private static final Login EXECUTOR = new Login("executor.altai", "demo");
    private static final String ORGAN = "altai-krai.transport";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 150;

    private static final String POST =
            "На улице Попова в Барнауле огромная яма на дороге, машины объезжают по тротуару. Когда отремонтируют?";
    private static final String DRAFT = "Здравствуйте! Спасибо за сообщение, передали дорожникам.";
    private static final String BETTER =
            "Здравствуйте! Яму на улице Попова заделают до 1 декабря. Если не сделают — напишите нам здесь.";

    private final OtklikClient otklik;
    private final Wall wall;
    private final Storyteller teller;
    private final Set<JsonNode> told = new HashSet<>();

    DemoRun(OtklikClient otklik, Wall wall, Storyteller teller) {
        this.otklik = otklik;
        this.wall = wall;
        this.teller = teller;
    }

    /** Whether the reply stands on the wall exactly once, word for word. */
    boolean run() throws InterruptedException {
        teller.line("Алтайский край, постановление № 132: одно сообщение от стены до ответа. Время — Барнаул.");
        Wall.Written post = wall.write("Мария Демонстрационная", POST);
        teller.step(Instant.now(), "", "Жительница написала на стене: " + post.permalink());
        UUID id = IncidentId.of("altai-krai", new PostKey(Channel.VK, Wall.externalId(post)));
        until("сообщение появилось в Отклике", () -> card(id).isOk());
        assign(id);
        work(id);
        until("ответ опубликован", () -> "DONE".equals(state(id)));
        until("сроки закрыты", () -> deadlinesEnded(id));
        tellNews(id);
        return verdict(id, post);
    }

    /** The rules may have sent it already; otherwise the curator does. */
    private void assign(UUID id) throws InterruptedException {
        JsonNode card = card(id).body();
        if (!ORGAN.equals(card.at("/organ/id").asString(""))) {
            command(CURATOR, id, Map.of("type", "Route", "organ", ORGAN));
        }
        tellNews(id);
        String number = card.at("/number").asString();
        until("исполнителю пришло письмо", () -> wall.hasMail("executor.altai@otklik.example", number));
        teller.step(Instant.now(), "AK-6", "Письмо исполнителю о сообщении " + number + " — в почтовом ящике");
    }

    private void work(UUID id) {
        command(EXECUTOR, id, Map.of("type", "StartWork"));
        command(EXECUTOR, id, Map.of("type", "SubmitDraft", "kind", "final", "text", DRAFT));
        command(
                CURATOR,
                id,
                Map.of(
                        "type",
                        "RequestRework",
                        "reasons",
                        List.of("substance"),
                        "comment",
                        "Когда сделают? Назовите срок."));
        command(EXECUTOR, id, Map.of("type", "SubmitDraft", "kind", "final", "text", BETTER));
        command(CURATOR, id, Map.of("type", "Approve"));
    }

    private void command(Login who, UUID id, Map<String, ?> command) {
        Answer answer = otklik.post(who, "/api/routing/v1/incidents/" + id + "/commands", command);
        if (!answer.isOk()) {
            throw new LaunchException("Команда " + command.get("type") + " не выполнена (код " + answer.status() + "): "
                    + answer.body().at("/detail").asString(""));
        }
        tellNews(id);
    }

    /** What the timeline has more than at the last look. */
    private void tellNews(UUID id) {
        otklik.get(CURATOR, "/api/routing/v1/incidents/" + id + "/timeline")
                .body()
                .at("/items")
                .valueStream()
                .filter(told::add)
                .forEach(teller::entry);
    }

    private boolean verdict(UUID id, Wall.Written post) {
        List<String> replies = wall.repliesUnder(post);
        JsonNode card = card(id).body();
        teller.line("");
        teller.line("Ответ: " + card.at("/publication/permalink").asString("нет"));
        teller.line("На стене ответов администрации под этой записью: " + replies.size());
        boolean once = replies.equals(List.of(BETTER));
        teller.line(
                once ? "Всё верно: ответ стоит ровно один раз." : "НЕВЕРНО: ожидался один ответ, стоит: " + replies);
        return once;
    }

    private boolean deadlinesEnded(UUID id) {
        JsonNode deadlines = card(id).body().at("/deadlines");
        return !deadlines.isEmpty()
                && deadlines
                        .valueStream()
                        .map(deadline -> deadline.at("/status").asString())
                        .noneMatch(List.of("OPEN", "WARNED")::contains);
    }

    private String state(UUID id) {
        return card(id).body().at("/state").asString("");
    }

    private Answer card(UUID id) {
        return otklik.get(CURATOR, "/api/routing/v1/incidents/" + id);
    }

    private static void until(String what, BooleanSupplier done) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new LaunchException("За " + PATIENCE.toSeconds() + " с не дождались: " + what
                        + ". Посмотрите .otklik/logs и ./otklik status.");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
