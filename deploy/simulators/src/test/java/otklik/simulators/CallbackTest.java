package otklik.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.simulators.TestReceiver.Received;
import otklik.simulators.TestReceiver.Reply;

/** The Callback API as a community's server meets it. */
class CallbackTest {

    @TempDir
    Path data;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestReceiver receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = new TestReceiver(TestReceiver::good);
    }

    @AfterEach
    void stopListening() {
        receiver.close();
    }

    @Test
    void server_isConfirmedBeforeItIsSentAnything() {
        try (TestSimulators vk = start()) {
            vk.citizenPost("Нет света");
            awaitEvents(1);
        }

        assertThat(receiver.all().getFirst().event().toString())
                .isEqualTo("{\"type\":\"confirmation\",\"group_id\":217000001}");
    }

    @Test
    void wrongCode_keepsEventsBackUntilTheRightOneComes() {
        receiver.script(request -> Reply.of(200, "wrong"));
        try (TestSimulators vk = start()) {
            vk.citizenPost("Нет света");
            await().until(() -> receiver.all().size() >= 3);
            assertThat(receiver.events()).isEmpty();
            assertThat(status(vk)).isEqualTo("WAIT");

            receiver.script(TestReceiver::good);

            awaitEvents(1);
            assertThat(status(vk)).isEqualTo("OK");
        }
    }

    @Test
    void events_areValidAndCarryTheSecret() {
        try (TestSimulators vk = start()) {
            int post = vk.citizenPost("Нет света");
            int comment = vk.citizenComment(post, "И воды", Map.of());
            vk.createComment(post, "Дадим", Map.of("reply_to_comment", comment));
            awaitEvents(3);
        }

        List<Received> events = receiver.events();
        assertThat(events)
                .extracting(Received::type)
                .containsExactly("wall_post_new", "wall_reply_new", "wall_reply_new");
        assertThat(events).extracting(Received::eventId).doesNotHaveDuplicates().allMatch(id -> id.length() == 40);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.event().at("/secret").asString()).isEqualTo("s3cret");
            assertThat(event.retryCounter()).isNull();
            assertThat(VkSchema.violations("callback_base", event.event())).isEmpty();
            assertThat(VkSchema.violations(
                            "callback_" + event.type(), event.event().at("/object")))
                    .isEmpty();
        });
        assertThat(events.getLast().event().at("/object/from_id").asLong()).isEqualTo(-217000001);
    }

    @Test
    void deletion_namesTheDeleterBothWays() {
        try (TestSimulators vk = start()) {
            int comment = vk.citizenComment(vk.citizenPost("Нет света"), "И воды", Map.of());
            vk.sim("DELETE", "/vk/sim/walls/217000001/comments/" + comment, Map.of());
            awaitEvents(3);
        }

        Received deletion = receiver.events().getLast();
        assertThat(deletion.type()).isEqualTo("wall_reply_delete");
        assertThat(deletion.event().at("/object/deleter_id").asLong()).isEqualTo(100500);
        assertThat(VkSchema.violations(
                        "callback_wall_comment_delete", deletion.event().at("/object")))
                .isEmpty();
    }

    @Test
    void anythingButOk_isSentAgainWithACounter() {
        AtomicInteger calls = new AtomicInteger();
        receiver.script(request -> request.type().equals("confirmation") || calls.incrementAndGet() > 3
                ? TestReceiver.good(request)
                : List.of(Reply.of(200, "OK"), Reply.of(500, "ok"), Reply.of(200, "ok\n"))
                        .get(calls.get() - 1));
        try (TestSimulators vk = start()) {
            vk.citizenPost("Нет света");
            await().until(() -> vk.deliveries().at("/0/state").asString().equals("DELIVERED"));
            assertThat(vk.deliveries().at("/0/attempts").asInt()).isEqualTo(4);
        }

        assertThat(receiver.events()).extracting(Received::retryCounter).containsExactly(null, "1", "2", "3");
        assertThat(receiver.events())
                .extracting(Received::eventId)
                .containsOnly(receiver.events().getFirst().eventId());
    }

    @Test
    void retryAfter_isObeyedAndOthersGoOn() {
        receiver.script(request -> request.text().equals("Первый") && request.retryCounter() == null
                ? new Reply(503, "later", Map.of("Retry-After", "2"))
                : TestReceiver.good(request));
        long started;
        try (TestSimulators vk = start()) {
            vk.citizenPost("Первый");
            vk.citizenPost("Второй");
            started = System.nanoTime();
            awaitEvents(3);
        }

        assertThat(System.nanoTime() - started).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(1400));
        assertThat(receiver.events()).extracting(Received::text).containsExactly("Первый", "Второй", "Первый");
    }

    @Test
    void slowServer_isSentTheSameEventAgain() {
        CountDownLatch end = new CountDownLatch(1);
        receiver.script(request -> {
            if (request.type().equals("wall_post_new") && request.retryCounter() == null) {
                awaitQuietly(end);
            }
            return TestReceiver.good(request);
        });
        try (TestSimulators vk = start("--otklik.simulators.vk.callback.timeout=300ms")) {
            vk.citizenPost("Нет света");
            awaitEvents(2);
        } finally {
            end.countDown();
        }

        assertThat(receiver.events())
                .extracting(Received::eventId)
                .containsOnly(receiver.events().getFirst().eventId());
    }

    @Test
    void failingServer_isStoppedAndTriedAgainLater() {
        receiver.script(
                request -> request.type().equals("confirmation") ? TestReceiver.good(request) : Reply.of(503, ""));
        try (TestSimulators vk = start("--otklik.simulators.vk.callback.failures-to-stop=3")) {
            vk.citizenPost("Нет света");
            await().until(() -> status(vk).equals("FAILED"));

            receiver.script(TestReceiver::good);

            await().until(() -> status(vk).equals("OK"));
            assertThat(vk.deliveries().at("/0/state").asString()).isEqualTo("DELIVERED");
        }
    }

    @Test
    void disorder_duplicatesReordersAndLeavesGaps() {
        try (TestSimulators vk = start()) {
            vk.citizenPost("обычная");
            awaitEvents(1);
            order(vk, "duplicate");
            vk.citizenPost("дважды");
            awaitEvents(3);
            order(vk, "gap");
            vk.citizenPost("никогда");
            order(vk, "reorder");
            vk.citizenPost("позже");
            vk.citizenPost("раньше");
            awaitEvents(5);
            assertThat(vk.sim("GET", "/vk/sim/deliveries?state=SKIPPED", Map.of())
                            .at("/items"))
                    .hasSize(1);
        }

        assertThat(receiver.events())
                .extracting(Received::text)
                .containsExactly("обычная", "дважды", "дважды", "раньше", "позже");
        assertThat(receiver.events().get(1).eventId())
                .isEqualTo(receiver.events().get(2).eventId());
    }

    @Test
    void unknownType_isSentLikeAnyOther() {
        try (TestSimulators vk = start()) {
            vk.sim(
                    "POST",
                    "/vk/sim/groups/217000001/events",
                    Map.of("type", "like_add", "object", Map.of("liker_id", 1)));
            awaitEvents(1);
        }

        assertThat(receiver.events().getFirst().type()).isEqualTo("like_add");
        assertThat(receiver.events().getFirst().event().at("/object/liker_id").asInt())
                .isEqualTo(1);
    }

    @Test
    void queuedEvents_outliveTheProcess() {
        receiver.script(request -> Reply.of(500, ""));
        try (TestSimulators vk = start()) {
            vk.citizenPost("до перезапуска");
        }
        receiver.script(TestReceiver::good);

        try (TestSimulators vk = start()) {
            vk.citizenPost("после перезапуска");
            awaitEvents(2);
            await().until(() -> vk.sim("GET", "/vk/sim/deliveries?state=QUEUED", Map.of())
                    .at("/items")
                    .isEmpty());
        }

        assertThat(receiver.events()).extracting(Received::text).containsExactly("до перезапуска", "после перезапуска");
    }

    private TestSimulators start(String... more) {
        return TestSimulators.start(data, TestSimulators.server(receiver.url(), more));
    }

    private void awaitEvents(int count) {
        await().until(() -> receiver.events().size() >= count);
    }

    private static String status(TestSimulators vk) {
        return vk.sim("GET", "/vk/sim/servers", Map.of()).at("/items/0/status").asString();
    }

    private static void order(TestSimulators vk, String kind) {
        vk.sim("POST", "/vk/sim/disorder", Map.of("kind", kind, "times", 1));
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            if (!end.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("the test forgot the latch");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
