package otklik.sla.deadline;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import otklik.contracts.IncidentId;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;

/** One incident's life on the bench; every step strikes the clock first and then tells a fact of that instant. */
final class Story {

    final UUID id;
    private final Bench bench;
    private final String jurisdiction;
    private long version;

    Story(Bench bench, String name, String jurisdiction) {
        this.bench = bench;
        this.jurisdiction = jurisdiction;
        id = IncidentId.nameBased(name);
    }

    Story(Bench bench) {
        this(bench, "story", Facts.JURISDICTION);
    }

    Story registered(String at) {
        return fact(at, Facts.registered(Facts.at(at)));
    }

    Story fact(String at, IncidentFact fact) {
        bench.at(at);
        bench.send(Facts.envelope(next(at, fact)));
        return this;
    }

    /** A person does that: all of it at one instant. */
    Story step(String at, IncidentFact... facts) {
        bench.at(at);
        for (IncidentFact fact : facts) {
            bench.send(Facts.envelope(Facts.byAPerson(id, jurisdiction, ++version, Facts.at(at), fact)));
        }
        return this;
    }

    /** That person takes the last step back, which had so many facts. */
    Story undo(String at, int facts) {
        return step(at, Facts.undone(version - facts));
    }

    IncidentEvent next(String at, IncidentFact fact) {
        return Facts.event(id, jurisdiction, ++version, Facts.at(at), fact);
    }

    /** What was told since one last asked, of one stage. */
    List<String> told(String stage) {
        return told().filter(line -> line.split(" ")[2].equals(stage)).toList();
    }

    Stream<String> told() {
        return bench.told().stream();
    }
}
