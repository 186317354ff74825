package otklik.routing.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.StepUndone;

/**
 * Whether the trail of an incident is what was written.
 *
 * @param facts how many there are
 * @param head hash of the last fact
 * @param brokenAt version of the first fact that was changed, is missing or does not follow; null if none
 * @param replayed whether the facts, applied again one by one, lead to the incident as it is kept
 */
record Integrity(
        boolean intact,
        int facts,
        @Nullable String head,
        @Nullable Long brokenAt,
        boolean replayed) {

    static Integrity of(Incident incident, List<StoredFact> facts) {
        String hash = StoredFact.NO_HASH;
        long version = 0;
        for (StoredFact fact : facts) {
            version++;
            if (fact.version() != version || !fact.isIntactAfter(hash)) {
                return new Integrity(false, facts.size(), hash, version, false);
            }
            hash = fact.hash();
        }
        boolean complete = version == incident.version();
        List<Fact> told = facts.stream().map(StoredFact::fact).toList();
        boolean replayed = incident.equals(incident.replayed(told)) && undoesWhatWas(incident, told);
        return new Integrity(
                complete && replayed, facts.size(), hash, complete ? null : Long.valueOf(version + 1), replayed);
    }

    /** Whether each step that was taken back left the incident as it had been before the step. */
    private static boolean undoesWhatWas(Incident incident, List<Fact> facts) {
        return facts.stream()
                .filter(StepUndone.class::isInstance)
                .map(StepUndone.class::cast)
                .allMatch(undone -> undone.earlier()
                        .equals(StepUndone.Earlier.of(
                                incident.replayed(facts.subList(0, Math.toIntExact(undone.backTo()))))));
    }
}
