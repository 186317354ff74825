package otklik.ingest.vk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.contracts.Topics;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.post.PostReceived;
import otklik.embedded.EmbeddedKafka;
import otklik.ingest.RunningIngest;
import otklik.ingest.TopicReader;
import otklik.messaging.Envelope;

class KafkaAwayIT {

    @TempDir
    Path data;

    @Test
    void callbackWhileKafkaIsAway_getsA503AndIsBroughtByTheRetryOnce() {
        EmbeddedKafka kafka = EmbeddedKafka.builder().dataFolder(data).start();
        int port = kafka.port();
        String address = kafka.bootstrapServers();
        String callback = VkCallbackIT.wallPost("ev-away", 901, 100500, "В Бийске не ходит автобус");
        try (RunningIngest ingest = RunningIngest.on(address)) {
            assertThat(ingest.post(
                                    "/callbacks/vk/altai-krai",
                                    VkCallbackIT.wallPost("ev-before", 900, 100500, "Нет воды"))
                            .body())
                    .isEqualTo("ok");

            kafka.close();
            HttpResponse<String> away = ingest.post("/callbacks/vk/altai-krai", callback);
            kafka = EmbeddedKafka.builder().dataFolder(data).port(port).start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> ingest.post("/callbacks/vk/altai-krai", callback, "X-Retry-Counter", "1")
                            .body()
                            .equals("ok"));

            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("Retry-After")).contains("5");
            assertThat(away.body()).contains("\"code\":\"unavailable\"");
            assertThat(ingest.count("otklik.vk.received")).isEqualTo(ingest.count("otklik.vk.callbacks"));
            assertThat(ingest.count("otklik.intake.received")).isEqualTo(ingest.count("otklik.intake.posts"));
            TopicReader.await(
                    address,
                    Topics.INCIDENTS_DETECTED,
                    IncidentDetected.class,
                    incident -> incident.post().externalId().equals("-217000001_901"));
            List<Envelope> taken = TopicReader.read(address, Topics.POSTS_RECEIVED, PostReceived.class, post -> true);
            assertThat(taken.stream().map(Envelope::id).distinct()).hasSize(2);
        } finally {
            kafka.close();
        }
    }
}
