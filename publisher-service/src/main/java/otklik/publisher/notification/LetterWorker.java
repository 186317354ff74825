package otklik.publisher.notification;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import otklik.messaging.BackgroundLoop;
import otklik.publisher.notification.LetterStore.Due;
import otklik.publisher.notification.core.Letter;
import otklik.regulation.Regulations;

/** Orders the letters whose time has come and sends them one by one; at least once, under the same message id. No addresses in logs. */
final class LetterWorker extends BackgroundLoop {

    private static final Logger log = LoggerFactory.getLogger(LetterWorker.class);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration DATABASE = Duration.ofSeconds(20);

    private final NoticeStore notices;
    private final LetterStore store;
    private final Postman postman;
    private final Regulations regulations;
    private final LetterSettings settings;
    private final LetterMetrics metrics;
    private final InstantSource time;

    LetterWorker(
            NoticeStore notices,
            LetterStore store,
            Postman postman,
            Regulations regulations,
            LetterSettings settings,
            LetterMetrics metrics,
            InstantSource time) {
        super("letter-worker", "The ledger of letters could not be worked on", IDLE, AFTER_FAILURE);
        this.notices = notices;
        this.store = store;
        this.postman = postman;
        this.regulations = regulations;
        this.settings = settings;
        this.metrics = metrics;
        this.time = time;
    }

    @Override
    protected boolean round() {
        boolean ordered = order();
        return sendOne() || ordered;
    }

    /** @return whether there may be more to order */
    private boolean order() {
        Long ordered = notices.order(time.instant()).block(DATABASE);
        metrics.ordered(ordered == null ? 0 : ordered);
        return ordered != null && ordered > 0;
    }

    /** @return whether there was one to send */
    private boolean sendOne() {
        Instant now = time.instant();
        Due due =
                store.claim(now, now.minus(settings.gather()), settings.burst()).block(DATABASE);
        if (due != null) {
            send(due);
        }
        return due != null;
    }

    private void send(Due due) {
        String email = due.email();
        if (email == null) {
            giveUp(due, "the person is gone or has no address");
            return;
        }
        Letter letter = Letter.of(
                due.tidings(),
                due.personName(),
                requireNonNull(store.staff(due.jurisdiction()).block(DATABASE)),
                regulations.find(due.jurisdiction()).orElse(null),
                settings.consoleUrl());
        try {
            postman.send(due.messageId(), email, letter, time.instant());
            store.sent(due, time.instant()).block(DATABASE);
            metrics.sent(due.tidings().size());
        } catch (Postman.Undeliverable e) {
            giveUp(due, String.valueOf(e.getMessage()));
        } catch (MailException e) {
            postpone(due, e.getClass().getSimpleName());
        }
    }

    private void postpone(Due due, String why) {
        Instant next = settings.patience()
                .nextAfter(due.attempt(), due.since(), time.instant())
                .orElse(null);
        if (next == null) {
            giveUp(due, why);
            return;
        }
        store.failed(due, why, next).block(DATABASE);
        metrics.postponed(due.tidings().size());
        log.warn("Letter {} could not be sent ({}); next attempt at {}", due.messageId(), why, next);
    }

    private void giveUp(Due due, String why) {
        store.failed(due, why, null).block(DATABASE);
        metrics.failed(due.tidings().size());
        log.warn("Letter {} is given up: {}. It shows in the console all the same.", due.messageId(), why);
    }
}
