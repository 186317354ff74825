package otklik.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.simulators.TestSimulators.COMMUNITY_TOKEN;
import static otklik.simulators.TestSimulators.USER_TOKEN;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files under comments: three steps, and then everybody sees them. */
class UploadTest {

    @TempDir
    static Path data;

    static TestSimulators vk;

    @BeforeAll
    static void start() {
        vk = TestSimulators.start(data);
    }

    @AfterAll
    static void stop() {
        vk.close();
    }

    @Test
    void photoAndDocument_areSeenOnThePage() {
        int post = vk.citizenPost("Яма");
        String photo = vk.savedPhoto();

        vk.createComment(post, "Готово", Map.of("attachments", photo + "," + vk.savedDocument()));

        String page = vk.get("/vk/wall-217000001_" + post).body();
        assertThat(page).contains("src=\"/vk/media/" + photo + "\"", "План.pdf");
        assertThat(vk.get("/vk/media/" + photo).statusCode()).isEqualTo(200);
    }

    @Test
    void commentOfFilesAlone_needsNoText() {
        int post = vk.citizenPost("Яма");

        JsonNode answer = vk.call(
                "wall.createComment",
                COMMUNITY_TOKEN,
                Map.of("owner_id", "-217000001", "post_id", post, "attachments", vk.savedPhoto()));

        assertThat(answer.at("/response/comment_id").asInt())
                .as(answer.toString())
                .isPositive();
    }

    @Test
    void unknownFile_orTooManyOfThem_areRefused() {
        int post = vk.citizenPost("Яма");
        Map<String, Object> comment =
                new HashMap<>(Map.of("owner_id", "-217000001", "post_id", post, "message", "Готово"));
        comment.put("attachments", "photo-217000001_1");
        assertThat(code(vk.call("wall.createComment", COMMUNITY_TOKEN, comment)))
                .isEqualTo(100);

        String photo = vk.savedPhoto();
        comment.put("attachments", photo + "," + photo + "," + photo);
        assertThat(code(vk.call("wall.createComment", COMMUNITY_TOKEN, comment)))
                .isEqualTo(100);
        assertThat(vk.objects().at("/comments").valueStream())
                .noneMatch(standing -> standing.path("post_id").asInt() == post);
    }

    @Test
    void photoThatIsNoPicture_isAnsweredByAnEmptyList_andAnUploadIsSavedOnce() {
        String address = vk.call("photos.getWallUploadServer", USER_TOKEN, Map.of("group_id", 217000001))
                .at("/response/upload_url")
                .asString();
        assertThat(vk.upload(address, "photo", "a.jpg", "no picture".getBytes(StandardCharsets.UTF_8))
                        .path("photo")
                        .asString())
                .isEqualTo("[]");

        Map<String, Object> sent = vk.uploadDocument();
        assertThat(vk.call("docs.save", COMMUNITY_TOKEN, sent).has("response")).isTrue();
        assertThat(code(vk.call("docs.save", COMMUNITY_TOKEN, sent))).isEqualTo(105);
    }

    @Test
    void fault_spoilsAnUploadAsItDoesAMethod() {
        String address = vk.call("docs.getWallUploadServer", COMMUNITY_TOKEN, Map.of())
                .at("/response/upload_url")
                .asString();
        vk.sim("POST", "/vk/sim/faults", Map.of("kind", "not-executed-then-502", "method", "upload", "times", 1));

        int status = vk.post(
                        address.substring(vk.url().length()),
                        "multipart/form-data; boundary=xyz",
                        "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\nx\r\n--xyz--\r\n")
                .statusCode();

        assertThat(status).isEqualTo(502);
        assertThat(vk.sim("GET", "/vk/sim/faults", Map.of())
                        .at("/hits/0/method")
                        .asString())
                .isEqualTo("upload");
    }

    private static int code(JsonNode answer) {
        return answer.at("/error/error_code").asInt();
    }
}
