package otklik.simulators.vk.callback;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import otklik.simulators.platform.Ticker;
import otklik.simulators.vk.VkSettings;
import otklik.simulators.vk.callback.ServerClient.Heard;
import otklik.simulators.vk.wire.VkEvent;
import tools.jackson.databind.json.JsonMapper;

/**
 * One server of a community: confirmed first, then sent every event until it takes it. One thread, one request at a
 * time; an event that has to wait does not hold up the others.
 */
final class CallbackServer implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(CallbackServer.class);
    private static final String VERSION = "5.199";

    private final VkSettings.Server server;
    private final VkSettings.Callback pace;
    private final Deliveries deliveries;
    private final Disorder disorder;
    private final InstantSource time;
    private final Turns turns;
    private final ServerClient client;
    private volatile ServerStatus status = ServerStatus.UNCONFIGURED;
    private volatile @Nullable String trouble;
    private int failuresInARow;

    CallbackServer(
            VkSettings.Server server,
            VkSettings.Callback pace,
            Deliveries deliveries,
            Disorder disorder,
            InstantSource time,
            Ticker ticker,
            JsonMapper json) {
        this.server = server;
        this.pace = pace;
        this.deliveries = deliveries;
        this.disorder = disorder;
        this.time = time;
        this.turns = new Turns(ticker);
        this.client = new ServerClient(server.url(), pace.timeout(), json);
        deliveries.queued(server.communityId()).forEach(queued -> turns.add(queued.number(), Duration.ZERO));
    }

    ServerView view() {
        return new ServerView(server.communityId(), server.url(), status, trouble);
    }

    long communityId() {
        return server.communityId();
    }

    void enqueue(Delivery delivery) {
        if (disorder.strikes(Disorder.Kind.GAP)) {
            deliveries.record(delivery.skipped());
            return;
        }
        turns.add(delivery.number(), disorder.strikes(Disorder.Kind.REORDER) ? Disorder.HOLD : Duration.ZERO);
    }

    @Override
    public void run() {
        try {
            confirm();
            while (status != ServerStatus.UNCONFIGURED) {
                long number = turns.next();
                Delivery queued = deliveries.queuedNumber(number).orElse(null);
                if (queued != null) {
                    attempt(queued);
                }
            }
            log.info("{} asked to be forgotten; its events stay queued until the simulator starts again", server.url());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void confirm() throws InterruptedException {
        status = ServerStatus.WAIT;
        for (int failures = 0; !confirmed(); failures++) {
            if (failures == 0) {
                log.info("{} has not confirmed itself yet; it is asked again until it does", server.url());
            }
            Thread.sleep(pause(failures + 1));
        }
        status = ServerStatus.OK;
        trouble = null;
        log.info("{} is confirmed for community {}", server.url(), server.communityId());
    }

    private boolean confirmed() throws InterruptedException {
        try {
            Heard heard = client.send(VkEvent.confirmation(server.communityId()), 0);
            trouble = heard.shown();
            return heard.status() == 200 && heard.body().equals(server.confirmation());
        } catch (IOException unreachable) {
            trouble = String.valueOf(unreachable);
            return false;
        }
    }

    private void attempt(Delivery delivery) throws InterruptedException {
        Verdict verdict;
        Delivery attempted;
        try {
            Heard heard = client.send(event(delivery), delivery.attempts());
            verdict = Verdict.of(heard.status(), heard.body(), heard.retryAfter(), time.instant());
            attempted = delivery.attempted(heard.shown());
        } catch (IOException unreachable) {
            verdict = new Verdict.Failed();
            attempted = delivery.attempted(String.valueOf(unreachable));
        }
        conclude(attempted, verdict);
    }

    private void conclude(Delivery attempted, Verdict verdict) throws InterruptedException {
        switch (verdict) {
            case Verdict.Accepted accepted -> accepted(attempted);
            case Verdict.Postponed(Duration pause) -> {
                deliveries.record(attempted);
                turns.add(attempted.number(), pause);
            }
            case Verdict.Removed removed -> {
                deliveries.record(attempted);
                status = ServerStatus.UNCONFIGURED;
            }
            case Verdict.Failed failed -> failed(attempted);
        }
    }

    private void accepted(Delivery attempted) throws InterruptedException {
        deliveries.record(attempted.delivered(time.instant()));
        failuresInARow = 0;
        status = ServerStatus.OK;
        trouble = null;
        if (disorder.strikes(Disorder.Kind.DUPLICATE)) {
            again(attempted);
        }
    }

    /** The same event once more, whatever the server says to it. */
    private void again(Delivery delivered) throws InterruptedException {
        try {
            client.send(event(delivered), 0);
        } catch (IOException unreachable) {
            log.info("The second copy of event {} did not arrive; the first one did", delivered.eventId());
        }
    }

    private void failed(Delivery attempted) throws InterruptedException {
        deliveries.record(attempted);
        turns.add(attempted.number(), pause(attempted.attempts()));
        trouble = attempted.answer();
        if (++failuresInARow >= pace.failuresToStop()) {
            status = ServerStatus.FAILED;
            log.warn("{} failed {} times in a row; trying again in {}", server.url(), failuresInARow, pace.stopPause());
            Thread.sleep(pace.stopPause());
        }
    }

    private VkEvent event(Delivery delivery) {
        return new VkEvent(
                delivery.type(), delivery.eventId(), VERSION, server.communityId(), server.secret(), delivery.object());
    }

    private Duration pause(int failures) {
        Duration pause = pace.firstPause().multipliedBy(1L << Math.min(failures - 1, 16));
        return pause.compareTo(pace.longestPause()) > 0 ? pace.longestPause() : pause;
    }
}
