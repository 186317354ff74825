package otklik.ingest.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import otklik.contracts.Channel;
import otklik.ingest.intake.core.Refusal;

/** Keeps the {@link IntakeMetrics} in Micrometer. */
final class MeteredIntake implements IntakeMetrics {

    private static final String POSTS = "otklik.intake.posts";
    private static final String NONE = "none";

    private final MeterRegistry meters;

    MeteredIntake(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void received(int posts) {
        meters.counter("otklik.intake.received").increment(posts);
    }

    @Override
    public void accepted(Channel channel) {
        count("accepted", channel.wire(), NONE, 1);
    }

    @Override
    public void known(int posts) {
        count("known", NONE, NONE, posts);
    }

    @Override
    public void rejected(Refusal reason) {
        count("rejected", NONE, reason.name().toLowerCase(Locale.ROOT), 1);
    }

    @Override
    public void deferred(int posts) {
        count("deferred", NONE, NONE, posts);
    }

    private void count(String outcome, String channel, String reason, int posts) {
        meters.counter(POSTS, "outcome", outcome, "channel", channel, "reason", reason)
                .increment(posts);
    }
}
