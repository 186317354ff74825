package otklik.routing.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.routing.incident.core.Incident;

/**
 * Whether the trail of an incident is what was written.
 *
 * @param facts how many there are
 * @param head hash of the last fact
 * @param brokenAt version of the first fact that was changed, is missing or does not follow; null if none
 */
record Integrity(
        boolean intact,
        int facts,
        @Nullable String head,
        @Nullable Long brokenAt) {

    static Integrity of(Incident incident, List<StoredFact> facts) {
        String hash = StoredFact.NO_HASH;
        long version = 0;
        for (StoredFact fact : facts) {
            version++;
            if (fact.version() != version || !fact.isIntactAfter(hash)) {
                return new Integrity(false, facts.size(), hash, version);
            }
            hash = fact.hash();
        }
        boolean complete = version == incident.version();
        return new Integrity(complete, facts.size(), hash, complete ? null : Long.valueOf(version + 1));
    }
}
