package otklik.regulation;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sentences of proofs, remembered for a while: writing one costs as much as everything else about a deadline, and whatever starts in the
 * same minute is due in the same minute and reads the same. On the minute itself is another case: a term may then fill a working day
 * exactly. Thread-safe; a race writes the same sentence twice.
 */
final class Sentences {

    private static final int MOST = 20_000;
    private static final long MINUTE = 60;

    private record Minute(String stage, Importance importance, long start, boolean exactly, long due) {}

    private final Regulation regulation;
    private final ConcurrentHashMap<Minute, String> known = new ConcurrentHashMap<>();

    Sentences(Regulation regulation) {
        this.regulation = regulation;
    }

    String of(Term term, Importance importance, Instant start, Instant due) {
        Minute minute = new Minute(
                term.stage(),
                importance,
                Math.floorDiv(start.getEpochSecond(), MINUTE),
                Math.floorMod(start.getEpochSecond(), MINUTE) == 0 && start.getNano() == 0,
                Math.floorDiv(due.getEpochSecond(), MINUTE));
        String sentence = known.get(minute);
        if (sentence == null) {
            sentence = regulation.explanation(term, importance, start, due).sentence();
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(minute, sentence);
        }
        return sentence;
    }
}
