package otklik.contracts.organ;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Event;

/**
 * An organ has other executors than before, and its regulation wants that told (KH-5). Told once for each change, when it became known.
 *
 * @param stayed who was executor before and still is
 * @param changedOn from which day on, in the zone of the jurisdiction; the day it became known where nobody has said
 * @param at when it became known, and was told
 * @param clause by which it is told
 * @param dueAt when it had to be told at the latest; null where the regulation sets no term or no calendar is known for those days
 * @param owner role that had to tell it, as in the roles of tokens; null where the regulation sets no term
 * @param owedBy names of whoever has that role for the organ
 */
public record ExecutorsChanged(
        UUID changeId,
        String jurisdiction,
        String organ,
        String organName,
        List<Executor> left,
        List<Executor> came,
        List<Executor> stayed,
        LocalDate changedOn,
        Instant at,
        String clause,
        @Nullable Instant dueAt,
        @Nullable String owner,
        List<String> owedBy)
        implements Event {

    public ExecutorsChanged {
        left = List.copyOf(left);
        came = List.copyOf(came);
        stayed = List.copyOf(stayed);
        owedBy = List.copyOf(owedBy);
    }

    /**
     * An executor.
     *
     * @param id login
     * @param since first day as executor; null where nobody has said
     */
    public record Executor(String id, String name, @Nullable LocalDate since) {}

    @Override
    public String key() {
        return organ;
    }
}
