package otklik.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nothing that was answered is forgotten, and no number is given twice. */
class RestartTest {

    @TempDir
    Path data;

    @Test
    void walls_areTheSameAfterARestart() {
        JsonNode before;
        try (TestSimulators vk = TestSimulators.start(data)) {
            int post = vk.citizenPost("Нет света");
            vk.createComment(post, "Дадим", Map.of("guid", "g"));
            int comment = vk.citizenComment(post, "Лишнее", Map.of());
            vk.sim("DELETE", "/vk/sim/walls/217000001/comments/" + comment, Map.of());
            vk.sim("POST", "/vk/sim/walls/217000001/posts/" + post + "/close-comments", Map.of());
            before = vk.objects();
        }

        try (TestSimulators vk = TestSimulators.start(data)) {
            assertThat(vk.objects()).isEqualTo(before);
        }
    }

    @Test
    void guid_isRememberedAcrossARestart() {
        int post;
        int first;
        try (TestSimulators vk = TestSimulators.start(data)) {
            post = vk.citizenPost("Нет света");
            first = vk.createComment(post, "Дадим", Map.of("guid", "g"));
        }

        try (TestSimulators vk = TestSimulators.start(data)) {
            assertThat(vk.createComment(post, "Дадим", Map.of("guid", "g"))).isEqualTo(first);
        }
    }

    @Test
    void reset_neverGivesANumberTwice() {
        int before;
        try (TestSimulators vk = TestSimulators.start(data)) {
            before = vk.citizenPost("Нет света");
            vk.sim("POST", "/vk/sim/reset", Map.of());
        }

        try (TestSimulators vk = TestSimulators.start(data)) {
            assertThat(vk.objects().at("/posts")).hasSize(1);
            assertThat(vk.citizenPost("Нет воды")).isGreaterThan(before);
        }
    }

    @Test
    void cutOffLine_isSkipped() throws IOException {
        try (TestSimulators vk = TestSimulators.start(data)) {
            vk.citizenPost("Нет света");
        }
        Files.writeString(
                data.resolve("walls.jsonl"), "{\"kind\":\"post\",\"owner_id\":-2170", StandardOpenOption.APPEND);

        try (TestSimulators vk = TestSimulators.start(data)) {
            assertThat(vk.objects().at("/posts")).hasSize(2);
            assertThat(vk.citizenPost("Нет воды")).isPositive();
        }
    }
}
