package otklik.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Headers that tell a dead letter's story. For consumers that write their letters themselves, as a part of a transaction of their own. */
public final class DeadLetterHeaders {

    private static final int LONGEST_CAUSE = 2_000;

    /** The consumer that could not take the record. */
    static final String CONSUMER = "otklik_dlt_consumer";

    static final String CAUSE = "otklik_dlt_cause";
    static final String AT = "otklik_dlt_at";
    static final String SOURCE_TOPIC = "otklik_dlt_topic";
    static final String SOURCE_PARTITION = "otklik_dlt_partition";
    static final String SOURCE_OFFSET = "otklik_dlt_offset";

    /** On a record sent again: only this consumer takes it, the others have had it. */
    static final String ONLY_FOR = "otklik_only_for";

    /** On a mark in a dead letter topic: the letter of this id was sent again. */
    static final String REPLAYS = "otklik_dlt_replays";

    private DeadLetterHeaders() {}

    /** Headers of the letter about a record: its own, and who could not take it, from where and why. */
    public static Headers of(
            Headers own, String consumer, String topic, int partition, long offset, String cause, Instant at) {
        Headers headers = new RecordHeaders(own);
        put(headers, CONSUMER, consumer);
        put(headers, CAUSE, cause.length() > LONGEST_CAUSE ? cause.substring(0, LONGEST_CAUSE) : cause);
        put(headers, AT, at.toString());
        put(headers, SOURCE_TOPIC, topic);
        put(headers, SOURCE_PARTITION, Integer.toString(partition));
        put(headers, SOURCE_OFFSET, Long.toString(offset));
        return headers;
    }

    /** Whether a record is for that consumer: one that was sent again is for the one that could not take it. */
    public static boolean isFor(String group, Headers headers) {
        String only = text(headers, ONLY_FOR);
        return only == null || only.equals(group);
    }

    static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(UTF_8));
    }
}
