package otklik.publisher.reply.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What reading the page back has shown. */
public sealed interface Look {

    /** Our reply stands there. */
    record Found(long comment, @Nullable Long thread, Instant postedAt) implements Look {}

    /** Everything since the first attempt was read, and it is not there. */
    record Absent() implements Look {}

    /** Not everything could be read. */
    record Unreadable(String why) implements Look {}
}
