package otklik.routing.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.Sha256;
import otklik.routing.incident.core.StepUndone;

/**
 * Whether the trail of an incident is what was written.
 *
 * @param facts how many there are
 * @param head hash of the last fact
 * @param brokenAt version of the first fact that was changed, is missing, does not follow or is more than there should be; null if none
 * @param replayed whether the facts, applied again one by one, lead to the incident as it is kept
 * @param post whether the post's text is the one that the first fact was written for
 * @param origin whether territory and address of the post are those that the first fact was written for
 * @param packs of evidence that were given out: a pack is genuine if the hash of its manifest is among these
 */
record Integrity(
        boolean intact,
        int facts,
        @Nullable String head,
        @Nullable Long brokenAt,
        boolean replayed,
        Proof post,
        Proof origin,
        List<Evidence.Given> packs) {

    /** What can be said of what stands beside the facts. */
    enum Proof {
        @JsonProperty("intact")
        INTACT,
        @JsonProperty("changed")
        CHANGED,
        /** The incident is from before facts covered it: nobody can tell. */
        @JsonProperty("not-covered")
        NOT_COVERED;

        static Proof of(boolean same) {
            return same ? INTACT : CHANGED;
        }
    }

    static Integrity of(Evidence.Kept kept, List<Evidence.Given> packs) {
        List<StoredFact> facts = kept.facts();
        String head = facts.isEmpty() ? null : facts.getLast().hash();
        Long brokenAt = brokenAt(kept, packs);
        List<Fact> told = facts.stream().map(StoredFact::fact).toList();
        boolean replayed = brokenAt == null
                && kept.incident().equals(kept.incident().replayed(told))
                && undoesWhatWas(kept.incident(), told);
        Proof post = post(kept.post(), told);
        Proof origin = origin(kept, told);
        return new Integrity(
                replayed && post != Proof.CHANGED && origin != Proof.CHANGED,
                facts.size(),
                head,
                brokenAt,
                replayed,
                post,
                origin,
                packs);
    }

    /** The head and the packs tell of a last fact that was changed together with its hash. */
    private static @Nullable Long brokenAt(Evidence.Kept kept, List<Evidence.Given> packs) {
        String hash = StoredFact.NO_HASH;
        long version = 0;
        for (StoredFact fact : kept.facts()) {
            version++;
            if (fact.version() != version || !fact.isIntactAfter(hash)) {
                return version;
            }
            hash = fact.hash();
        }
        if (version != kept.version() || version != kept.incident().version()) {
            return Math.min(version, Math.min(kept.version(), kept.incident().version())) + 1;
        }
        return hash.equals(kept.head()) ? givenOtherwise(kept.facts(), packs) : Long.valueOf(version);
    }

    private static @Nullable Long givenOtherwise(List<StoredFact> facts, List<Evidence.Given> packs) {
        return packs.stream()
                .filter(pack -> pack.facts() > facts.size()
                        || !facts.get(pack.facts() - 1).hash().equals(pack.head()))
                .map(pack -> (long) pack.facts())
                .min(Long::compare)
                .orElse(null);
    }

    private static Proof post(String text, List<Fact> facts) {
        return registered(facts)
                .flatMap(first -> Optional.ofNullable(first.textSha256()))
                .map(hash -> Proof.of(Sha256.of(text).equals(hash)))
                .orElse(Proof.NOT_COVERED);
    }

    private static Proof origin(Evidence.Kept kept, List<Fact> facts) {
        return registered(facts)
                .filter(first -> first.jurisdiction() != null && first.addressSha256() != null)
                .map(first -> Proof.of(kept.jurisdiction().equals(first.jurisdiction())
                        && kept.incident().jurisdiction().equals(first.jurisdiction())
                        && Sha256.of(kept.incident().address()).equals(first.addressSha256())))
                .orElse(Proof.NOT_COVERED);
    }

    private static Optional<Fact.IncidentRegistered> registered(List<Fact> facts) {
        return facts.stream()
                .filter(Fact.IncidentRegistered.class::isInstance)
                .map(Fact.IncidentRegistered.class::cast)
                .findFirst();
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
