package otklik.sla.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.sla.deadline.core.IncidentClocks;

/**
 * Goes through all clocks of a partition once after a regulation or a calendar has changed, so that what the change moves is moved. A piece
 * in every tick; begun anew after a restart, which does no harm. What the clocks were last counted by is kept beside the index.
 */
final class Recounting {

    /** Sorts after every entry of the index: those begin with a zero byte until the year 292 million. */
    private static final Bytes COUNTED_BY = Bytes.wrap(new byte[] {1});

    private final KeyValueStore<UUID, IncidentClocks> clocks;
    private final KeyValueStore<Bytes, byte[]> looks;
    private final byte[] rules;
    private boolean done;
    private @Nullable UUID last;

    Recounting(
            KeyValueStore<UUID, IncidentClocks> clocks, KeyValueStore<Bytes, byte[]> looks, Regulations regulations) {
        this.clocks = clocks;
        this.looks = looks;
        this.rules = fingerprint(regulations);
        this.done = Arrays.equals(rules, looks.get(COUNTED_BY));
    }

    boolean isDone() {
        return done;
    }

    /** The next clocks to be counted again; the last piece ends it. */
    List<IncidentClocks> next(int limit) {
        List<IncidentClocks> piece = new ArrayList<>();
        try (KeyValueIterator<UUID, IncidentClocks> all = clocks.range(last, null)) {
            while (piece.size() < limit && all.hasNext()) {
                IncidentClocks found = all.next().value;
                if (!found.incidentId().equals(last)) {
                    piece.add(found);
                }
            }
        }
        if (piece.size() < limit) {
            looks.put(COUNTED_BY, rules);
            done = true;
        } else {
            last = piece.getLast().incidentId();
        }
        return piece;
    }

    private static byte[] fingerprint(Regulations regulations) {
        return regulations.ids().stream()
                .flatMap(id -> regulations.revisions(id).stream())
                .map(Recounting::fingerprint)
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
    }

    private static String fingerprint(Regulation regulation) {
        return regulation.id()
                + ' '
                + regulation.revision()
                + ' '
                + regulation.office().calendar().revision();
    }
}
