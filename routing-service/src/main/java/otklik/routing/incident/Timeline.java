package otklik.routing.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import otklik.regulation.Regulation;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Step;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All that came about with an incident, in order of time: its facts, what happened to its deadlines, what time was taken, what others tell. */
final class Timeline {

    private final DeadlineStore deadlines;
    private final TimeTaken taken;
    private final List<Beside> others;

    Timeline(DeadlineStore deadlines, TimeTaken taken, List<Beside> others) {
        this.deadlines = deadlines;
        this.taken = taken;
        this.others = others;
    }

    /** @param readable whether the reader may see the words of a fact */
    Mono<List<TimelineEntry>> of(UUID id, List<StoredFact> facts, Regulation regulation, Predicate<Fact> readable) {
        List<TimelineEntry> told = facts.stream()
                .map(fact -> TimelineEntry.of(fact, regulation, readable))
                .toList();
        return deadlines
                .timeline(id, regulation)
                .concatWith(taken.timeline(id, Step.RETURN.clause(regulation)))
                .concatWith(Flux.fromIterable(others)
                        .concatMap(other -> other.of(id))
                        .map(TimelineEntry::of))
                .collectList()
                .map(besides -> merge(told, besides));
    }

    private static List<TimelineEntry> merge(List<TimelineEntry> facts, List<TimelineEntry> besides) {
        Instant registered = facts.isEmpty() ? Instant.MIN : facts.getFirst().at();
        // Terms run from the detection, a moment before there is an incident to tell of.
        Comparator<TimelineEntry> byTime =
                Comparator.comparing(entry -> entry.at().isBefore(registered) ? registered : entry.at());
        return Stream.concat(facts.stream(), besides.stream()).sorted(byTime).toList();
    }
}
