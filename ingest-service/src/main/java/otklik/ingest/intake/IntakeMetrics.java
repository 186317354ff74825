package otklik.ingest.intake;

import otklik.contracts.Channel;
import otklik.ingest.intake.core.Refusal;

/**
 * What became of offered posts: {@code received = accepted + known + rejected + deferred}.
 *
 * <p>Metrics {@code otklik_intake_received_total} and {@code otklik_intake_posts_total{outcome}}; accepted ones also by channel, rejected
 * ones also by reason.
 */
interface IntakeMetrics {

    void received(int posts);

    /** Durable in Kafka, for the first time as far as we know. */
    void accepted(Channel channel);

    /** Taken in before, or twice in one batch. */
    void known(int posts);

    void rejected(Refusal reason);

    /** Not taken because Kafka or the database was away; the sender was told to try again. */
    void deferred(int posts);
}
