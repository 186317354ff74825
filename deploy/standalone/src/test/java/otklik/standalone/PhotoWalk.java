package otklik.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import otklik.contracts.Json;
import otklik.standalone.client.OtklikClient;
import otklik.standalone.client.OtklikClient.Login;
import otklik.standalone.launch.Port;
import otklik.standalone.launch.Ports;
import tools.jackson.databind.JsonNode;

/** A photo on its whole way: through the gateway to routing, fetched by the publisher with a token of its own, onto the wall (AK-16). */
final class PhotoWalk {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Login CURATOR = new Login("curator.altai", "demo");
    private static final Login EXECUTOR = new Login("executor.altai", "demo");
    private static final String TEXT = "На улице Попова яма на дороге, машины пробивают колёса. Отремонтируйте дорогу!";

    private final Ports ports;
    private final OtklikClient otklik;
    private final OtklikClient network;

    PhotoWalk(Ports ports) {
        this.ports = ports;
        this.otklik = new OtklikClient(ports.http(Port.GATEWAY));
        this.network = new OtklikClient(ports.http(Port.SIMULATORS));
    }

    /** @param token of the executor */
    void walk(String token) throws Exception {
        network.post("/vk/sim/walls/217000001/posts", Map.of("author", "Иван Петров", "text", TEXT));
        String id = await().atMost(LONG).until(this::incident, found -> !found.isEmpty());
        if (card(id).path("state").asString().equals("NEW")) {
            command(CURATOR, id, Map.of("type", "Route", "organ", "altai-krai.transport"));
        }
        String photo = upload(id, token);

        command(
                EXECUTOR,
                id,
                Map.of(
                        "type",
                        "SubmitDraft",
                        "text",
                        "Здравствуйте! Заделали, на фото.",
                        "attachments",
                        List.of(photo)));
        command(CURATOR, id, Map.of("type", "Approve"));

        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(card(id).path("state").asString()).isEqualTo("DONE"));
        assertThat(network.get("/vk/sim/objects").body().path("comments").valueStream())
                .anyMatch(comment ->
                        comment.at("/attachments/0/kind").asString("").equals("PHOTO"));
    }

    private String incident() {
        return otklik.get(CURATOR, "/api/routing/v1/incidents?jurisdiction=altai-krai&queue=open")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("excerpt").asString("").startsWith("На улице Попова"))
                .map(item -> item.path("id").asString())
                .findFirst()
                .orElse("");
    }

    private JsonNode card(String id) {
        return otklik.get(CURATOR, "/api/routing/v1/incidents/" + id).body();
    }

    private void command(Login who, String id, Map<String, Object> command) {
        OtklikClient.Answer answer = otklik.post(who, "/api/routing/v1/incidents/" + id + "/commands", command);
        assertThat(answer.isOk()).as(answer.body().toString()).isTrue();
    }

    private String upload(String id, String token) throws IOException, InterruptedException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB), "png", picture);
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        ports.http(Port.GATEWAY) + "/api/routing/v1/incidents/" + id + "/attachments?name=done.png"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(picture.toByteArray()))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.mapper().readTree(answer.body()).path("id").asString();
    }
}
