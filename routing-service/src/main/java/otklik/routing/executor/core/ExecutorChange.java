package otklik.routing.executor.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organ has other executors than when it was looked at last. The three lists share nobody.
 *
 * @param changedOn from which day on: the earliest that the directory says of those who came, or else the day it became known
 * @param knownAt when a start found it; where the regulation asks for it, it was told by that same act
 * @param notice null where the regulation does not ask for it
 */
public record ExecutorChange(
        UUID id,
        String jurisdiction,
        String organ,
        String organName,
        List<Executor> left,
        List<Executor> came,
        List<Executor> stayed,
        LocalDate changedOn,
        Instant knownAt,
        @Nullable Notice notice) {

    public ExecutorChange {
        left = List.copyOf(left);
        came = List.copyOf(came);
        stayed = List.copyOf(stayed);
    }

    /**
     * That it had to be told (KH-5).
     *
     * @param dueAt at the latest when; null where the regulation sets no term, or no calendar is known for those days
     * @param owner role that had to tell it, lower case; null where the regulation sets no term
     * @param owedBy names of whoever has that role for the organ
     */
    public record Notice(
            String clause,
            @Nullable Instant dueAt,
            @Nullable String owner,
            List<String> owedBy) {

        public Notice {
            owedBy = List.copyOf(owedBy);
        }
    }

    /** Whether it was told in time; null where nothing says until when. */
    public @Nullable Boolean isInTime() {
        return (notice == null || notice.dueAt() == null) ? null : !knownAt.isAfter(notice.dueAt());
    }
}
