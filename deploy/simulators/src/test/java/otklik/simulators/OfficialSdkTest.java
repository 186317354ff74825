package otklik.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vk.api.sdk.client.ClientResponse;
import com.vk.api.sdk.client.VkApiClient;
import com.vk.api.sdk.client.actors.GroupActor;
import com.vk.api.sdk.client.actors.ServiceActor;
import com.vk.api.sdk.exceptions.ApiException;
import com.vk.api.sdk.exceptions.ClientException;
import com.vk.api.sdk.httpclient.HttpTransportClient;
import com.vk.api.sdk.objects.wall.responses.GetCommentsExtendedResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.http.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else's client, VK's own Java SDK, finds in the simulator what it finds in VK. */
class OfficialSdkTest {

    private static final long OWNER = -217000001;
    private static final GroupActor GROUP = new GroupActor(217000001L, TestSimulators.COMMUNITY_TOKEN);
    private static final ServiceActor SERVICE = new ServiceActor(51000001, TestSimulators.SERVICE_TOKEN);

    @TempDir
    static Path data;

    static TestSimulators simulators;
    static VkApiClient vk;

    private int post;

    @BeforeAll
    static void start() {
        simulators = TestSimulators.start(data);
        vk = new VkApiClient(new Loopback(simulators.url()));
    }

    @AfterAll
    static void stop() {
        simulators.close();
    }

    @BeforeEach
    void newPost() {
        simulators.sim("POST", "/vk/sim/reset", Map.of());
        post = simulators.citizenPost("Нет воды");
    }

    @Test
    void sdk_writesACommentAndReadsItBack() throws ApiException, ClientException {
        Integer id = vk.wall()
                .createComment(GROUP, post)
                .ownerId(OWNER)
                .fromGroup(217000001L)
                .message("Воду дадут к 18:00")
                .guid("sdk-1")
                .execute()
                .getCommentId();

        GetCommentsExtendedResponse page = vk.wall()
                .getCommentsExtended(SERVICE)
                .ownerId(OWNER)
                .postId(post)
                .previewLength(0)
                .execute();

        assertThat(page.getItems()).singleElement().satisfies(comment -> {
            assertThat(comment.getId()).isEqualTo(id);
            assertThat(comment.getFromId()).isEqualTo(OWNER);
            assertThat(comment.getText()).isEqualTo("Воду дадут к 18:00");
        });
        assertThat(page.getGroups())
                .singleElement()
                .satisfies(group -> assertThat(group.getId()).isEqualTo(217000001L));
        assertThat(page.getProfiles())
                .singleElement()
                .satisfies(profile -> assertThat(profile.getFirstName()).isEqualTo("Иван"));
    }

    @Test
    void sdk_readsTheWall() throws ApiException, ClientException {
        assertThat(vk.wall().get(SERVICE).domain("sim_altai_krai").execute().getItems())
                .first()
                .satisfies(newest -> assertThat(newest.getText()).isEqualTo("Нет воды"));
        assertThat(vk.utils().getServerTime(SERVICE).execute()).isPositive();
    }

    @Test
    void sdk_understandsARefusal() {
        simulators.sim("POST", "/vk/sim/walls/217000001/posts/" + post + "/close-comments", Map.of());

        assertThatThrownBy(() -> vk.wall()
                        .createComment(GROUP, post)
                        .ownerId(OWNER)
                        .message("Ответ")
                        .execute())
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.getCode()).isEqualTo(213));
    }

    /** The reason why nothing is ever posted through it: it repeats what may already be done. */
    @Test
    void sdk_postsAgainAfterABrokenAnswer() throws ApiException, ClientException {
        simulators.sim("PATCH", "/vk/sim/switches", Map.of("guid_honoured", false));
        simulators.sim("POST", "/vk/sim/faults", Map.of("kind", "executed-then-502", "times", 1));

        vk.wall()
                .createComment(GROUP, post)
                .ownerId(OWNER)
                .message("Ответ")
                .guid("g")
                .execute();

        assertThat(simulators.objects().at("/comments")).hasSize(2);
    }

    /** The SDK's transport, sent to this machine over plain HTTP: it can be told another host, but not another scheme. */
    private static final class Loopback extends HttpTransportClient {

        private static final String REAL = "https://api.vk.com/method/";

        private final String base;

        Loopback(String url) {
            super(3, 3);
            this.base = url + "/vk/method/";
        }

        @Override
        public ClientResponse post(String url, String body) throws IOException {
            return super.post(url.replace(REAL, base), body);
        }

        @Override
        public ClientResponse post(String url, String body, Header[] headers) throws IOException {
            return super.post(url.replace(REAL, base), body, headers);
        }

        @Override
        public ClientResponse get(String url, String contentType) throws IOException {
            return super.get(url.replace(REAL, base), contentType);
        }
    }
}
