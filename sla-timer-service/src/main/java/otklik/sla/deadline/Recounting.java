package otklik.sla.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.sla.deadline.core.IncidentClocks;

/**
 * Goes through all clocks of a partition once after a regulation or a calendar has changed, so that what the change moves is moved. A piece
 * in every tick; begun anew after a restart, which does no harm. What the clocks were last counted by is kept beside them.
 */
final class Recounting {

    private static final String RULES = "rules";

    private final KeyValueStore<UUID, IncidentClocks> clocks;
    private final KeyValueStore<String, String> countedBy;
    private final String rules;
    private boolean done;
    private @Nullable UUID last;

    Recounting(
            KeyValueStore<UUID, IncidentClocks> clocks,
            KeyValueStore<String, String> countedBy,
            Regulations regulations) {
        this.clocks = clocks;
        this.countedBy = countedBy;
        this.rules = fingerprint(regulations);
        this.done = rules.equals(countedBy.get(RULES));
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
            countedBy.put(RULES, rules);
            done = true;
        } else {
            last = piece.getLast().incidentId();
        }
        return piece;
    }

    private static String fingerprint(Regulations regulations) {
        return regulations.ids().stream()
                .flatMap(id -> regulations.revisions(id).stream())
                .map(Recounting::fingerprint)
                .collect(Collectors.joining("\n"));
    }

    private static String fingerprint(Regulation regulation) {
        return regulation.id()
                + ' '
                + regulation.revision()
                + ' '
                + regulation.office().calendar().revision();
    }
}
