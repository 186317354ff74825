package otklik.publisher.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import otklik.messaging.BackgroundLoop;
import otklik.publisher.reply.core.Decision;
import otklik.publisher.reply.core.Step;
import reactor.core.publisher.Mono;

/**
 * Finds what is due in the ledger and has it done, several replies at once and one per place. Any number of instances may run: the ledger
 * hands each row to one of them. May die anywhere: the next one finds the row and looks at the page.
 */
final class ReplyWorker extends BackgroundLoop {

    private static final Logger log = LoggerFactory.getLogger(ReplyWorker.class);
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration DATABASE = Duration.ofSeconds(20);

    private final ReplyStore store;
    private final ReplySender sender;
    private final ReplyUploads uploads;
    private final ReplySettings settings;
    private final VkSettings vk;
    private final InstantSource time;
    private final Semaphore free;
    private volatile @Nullable ExecutorService crew;

    ReplyWorker(
            ReplyStore store,
            ReplySender sender,
            ReplyUploads uploads,
            ReplySettings settings,
            VkSettings vk,
            InstantSource time) {
        super("reply-worker", "The ledger of replies could not be worked on", IDLE, AFTER_FAILURE);
        this.store = store;
        this.sender = sender;
        this.uploads = uploads;
        this.settings = settings;
        this.vk = vk;
        this.time = time;
        free = new Semaphore(settings.concurrency());
    }

    @Override
    public synchronized void start() {
        crew = Executors.newVirtualThreadPerTaskExecutor();
        super.start();
    }

    @Override
    protected boolean round() {
        store.abandonStale(time.instant()).block(DATABASE);
        refuseWaiting();
        Instant now = time.instant();
        boolean looked = hand(store.claimLook(now, vk.callTimeout().multipliedBy(2)), sender::look);
        boolean uploaded = hand(store.claimUpload(now, uploads.lease()), uploads::upload);
        boolean sent = hand(store.claim(now, settings.sendingTimeout()), sender::send);
        return looked || uploaded || sent;
    }

    private boolean hand(Mono<Reply> claim, Consumer<Reply> task) {
        if (!free.tryAcquire()) {
            return false;
        }
        Reply reply = null;
        try {
            reply = claim.block(DATABASE);
            return reply != null && start(reply, task);
        } finally {
            if (reply == null) {
                free.release();
            }
        }
    }

    private boolean start(Reply reply, Consumer<Reply> task) {
        ExecutorService crew = this.crew;
        if (crew == null) {
            return false;
        }
        crew.execute(() -> {
            try {
                task.accept(reply);
            } catch (RuntimeException e) {
                log.warn(
                        "The outcome of reply {} could not be written down; the page tells later: {}",
                        reply.id(),
                        e.toString());
            } finally {
                free.release();
            }
        });
        return true;
    }

    private void refuseWaiting() {
        Instant now = time.instant();
        var waiting = store.waitingInVain(now.minus(settings.patience()), now)
                .collectList()
                .block(DATABASE);
        if (waiting != null) {
            waiting.forEach(each -> sender.record(
                    each.reply(), new Decision(new Step.Refuse(each.reason(), "the account rests"), null), now));
        }
    }

    /** Lets calls in flight end; what does not end in time is found again as of unknown outcome. */
    @Override
    public synchronized void stop() {
        super.stop();
        ExecutorService leaving = crew;
        crew = null;
        if (leaving == null) {
            return;
        }
        leaving.shutdown();
        try {
            if (!leaving.awaitTermination(5, TimeUnit.SECONDS)) {
                leaving.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
