package otklik.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page as a person sees it, and the forms by which that person acts as a citizen. */
class WallPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    static Path data;

    static TestSimulators vk;

    @BeforeAll
    static void start() {
        vk = TestSimulators.start(
                data,
                "--otklik.simulators.vk.communities[0].id=217000001",
                "--otklik.simulators.vk.communities[0].name=Край",
                "--otklik.simulators.vk.communities[0].screen-name=krai");
    }

    @AfterAll
    static void stop() {
        vk.close();
    }

    @Test
    void officialAnswer_isMarkedBelowThePost() {
        int post = vk.citizenPost("Нет автобуса");
        vk.createComment(post, "[id200000|Иван], автобус будет", Map.of());

        String page = vk.get("/").body();

        assertThat(page).contains("Нет автобуса", "Иван Петров", "официальный ответ", "Иван, автобус будет");
        assertThat(page).doesNotContain("[id200000|");
    }

    @Test
    void permalink_marksTheComment() {
        int post = vk.citizenPost("Нет воды");
        int comment = vk.citizenComment(post, "И у нас", Map.of());

        String page = vk.get("/vk/wall-217000001_" + post + "?reply=" + comment).body();

        assertThat(page).containsPattern("class=\"comment[^\"]*marked\" id=\"reply" + comment + "\"");
        assertThat(page).contains("Нет воды").doesNotContain("Нет автобуса");
    }

    @Test
    void forms_publishAndLeadToWhatWasPublished() {
        HttpResponse<String> posted = post("/vk/wall-217000001/posts", "Анна Лугова", "Яма у школы", "");
        String postPath = posted.headers().firstValue("Location").orElseThrow();

        HttpResponse<String> commented = post(postPath + "/comments", "Олег Дубов", "Подтверждаю", "");
        String root = commented.headers().firstValue("Location").orElseThrow();
        String rootId = root.substring(root.indexOf('=') + 1);
        HttpResponse<String> answered = post(postPath + "/comments", "Анна Лугова", "Спасибо", rootId);

        assertThat(posted.statusCode()).isEqualTo(303);
        assertThat(vk.get(postPath).body()).contains("Анна Лугова", "Яма у школы", "Подтверждаю", "Спасибо");
        assertThat(answered.headers().firstValue("Location").orElseThrow()).endsWith("&thread=" + rootId);
    }

    @Test
    void markup_isShownAsText() {
        int post = vk.citizenPost("<script>alert(1)</script>");

        assertThat(vk.get("/vk/wall-217000001_" + post).body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    @Test
    void blankText_publishesNothing() {
        JsonNode before = vk.objects();

        HttpResponse<String> response = post("/vk/wall-217000001/posts", "Анна Лугова", "  ", "");

        assertThat(response.headers().firstValue("Location")).contains("/vk/wall-217000001");
        assertThat(vk.objects()).isEqualTo(before);
    }

    @Test
    void missingThings_areNotFound() {
        assertThat(vk.get("/vk/wall-217000001_99999").statusCode()).isEqualTo(404);
        assertThat(vk.get("/vk/wall-5").statusCode()).isEqualTo(404);
        assertThat(vk.get("/mail/99999").statusCode()).isEqualTo(404);
    }

    @Test
    void pages_useNothingFromOutside() {
        for (String path : new String[] {"/", "/mail", "/simulators.css", "/simulators.js"}) {
            assertThat(vk.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(vk.get(path).body())
                    .as(path)
                    .doesNotContainPattern("(src|href)=\"https?://")
                    .doesNotContain("url(");
        }
    }

    private static HttpResponse<String> post(String path, String author, String text, String replyTo) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("author", author);
        form.put("text", text);
        form.put("replyTo", replyTo);
        return vk.post(path, FORM, TestSimulators.form(form));
    }
}
