package otklik.publisher.reply;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import otklik.publisher.reply.core.Patience;

/**
 * How replies are sent.
 *
 * @param sendingTimeout after it a reply still marked as being sent counts as of unknown outcome; longer than any call takes
 * @param readable see {@link Patience#readable()}
 * @param betweenLooks see {@link Patience#betweenLooks()}
 * @param patience see {@link Patience#whole()}
 * @param accountRest see {@link Patience#accountRest()}
 * @param skew how far the network's clock may be behind ours
 * @param concurrency replies in flight at once, over all accounts
 */
@ConfigurationProperties("otklik.publisher.reply")
record ReplySettings(
        @DefaultValue("45s") Duration sendingTimeout,
        @DefaultValue("2m") Duration readable,
        @DefaultValue("10s") Duration betweenLooks,
        @DefaultValue("10m") Duration patience,
        @DefaultValue("5m") Duration accountRest,
        @DefaultValue("30s") Duration skew,
        @DefaultValue("8") int concurrency) {

    Patience waiting() {
        return new Patience(readable, betweenLooks, patience, accountRest);
    }
}
