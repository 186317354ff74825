package otklik.simulators.vk.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The faults now ordered and the last thousand hits. Kept in memory: a restart clears them. */
@Component
public class Faults {

    private static final int KEPT_HITS = 1000;

    private final List<Ordered> ordered = new ArrayList<>();
    private final Deque<Hit> hits = new ArrayDeque<>();

    private record Ordered(Fault fault, Chance chance) {}

    public synchronized void order(Fault fault) {
        ordered.add(new Ordered(fault, new Chance(fault.times(), fault.probability(), fault.seed())));
    }

    /** The first fault, in the order they were given, that strikes this call. */
    public synchronized Optional<Fault> strike(String method) {
        Optional<Fault> struck = ordered.stream()
                .filter(candidate -> candidate.fault().concerns(method))
                .filter(candidate -> candidate.chance().strikes())
                .map(Ordered::fault)
                .findFirst();
        ordered.removeIf(spent -> spent.chance().left() == 0);
        return struck;
    }

    public synchronized void note(Hit hit) {
        hits.addLast(hit);
        if (hits.size() > KEPT_HITS) {
            hits.removeFirst();
        }
    }

    public synchronized List<Fault> active() {
        return ordered.stream().map(Ordered::fault).toList();
    }

    public synchronized List<Hit> hits() {
        return List.copyOf(hits);
    }

    public synchronized void clear() {
        ordered.clear();
        hits.clear();
    }
}
