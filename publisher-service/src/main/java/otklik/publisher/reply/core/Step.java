package otklik.publisher.reply.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import otklik.contracts.publication.RefusalReason;

/** Where a reply goes next. */
public sealed interface Step {

    /** It stands there since {@code publishedAt}. */
    record Close(long comment, @Nullable Long thread, Instant publishedAt) implements Step {}

    /** Not executed, so send it at that time; {@code resend} if after an unknown outcome. */
    record SendAgain(Instant at, boolean resend, String why) implements Step {}

    /** Its outcome is unknown: read the page at that time. */
    record LookAt(Instant at, String why) implements Step {}

    /** A person takes over. */
    record Refuse(RefusalReason reason, String detail) implements Step {}
}
