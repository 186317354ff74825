package otklik.publisher.reply;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;
import otklik.publisher.reply.core.Attempt;
import otklik.publisher.reply.core.Target;

/** A row of the ledger that is being worked on: what is to stand where, and the attempt it is in; before the first one, number 0. */
record Reply(
        UUID id,
        UUID incidentId,
        String jurisdiction,
        Channel channel,
        String account,
        Target target,
        String text,
        String guid,
        String cause,
        Attempt attempt) {

    static Reply of(Readable row) {
        Instant acceptedAt = value(row, "accepted_at", Instant.class);
        return new Reply(
                value(row, "reply_id", UUID.class),
                value(row, "incident_id", UUID.class),
                value(row, "jurisdiction", String.class),
                Channel.of(value(row, "channel", String.class)),
                value(row, "account", String.class),
                target(row),
                value(row, "text", String.class),
                value(row, "guid", String.class),
                value(row, "cause", String.class),
                new Attempt(
                        value(row, "attempt", Integer.class),
                        value(row, "resend", Boolean.class),
                        requireNonNullElse(row.get("first_attempt_at", Instant.class), acceptedAt),
                        requireNonNullElse(row.get("attempt_at", Instant.class), acceptedAt)));
    }

    private static Target target(Readable row) {
        return new Target(
                value(row, "owner_id", Long.class),
                value(row, "post_id", Long.class),
                row.get("reply_to", Long.class),
                row.get("thread_id", Long.class));
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        @Nullable T value = row.get(column, type);
        return requireNonNull(value, column);
    }
}
