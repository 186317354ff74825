package otklik.routing.incident.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Classification;

/**
 * Whoever took the last step took it back. The facts of the step stay in the trail; what they made of the incident does not.
 *
 * @param backTo version of the incident before the step: every fact after it is as though it had not been
 * @param what the step was, in Russian
 * @param earlier the incident at that version, so that this fact too applies itself; held against the facts by the look at the trail
 */
public record StepUndone(long backTo, String what, Earlier earlier) implements Fact {

    @Override
    public Incident after(Incident before) {
        return before.with(earlier::into);
    }

    /** Those of all the facts of an incident that still hold: without what was taken back, and without its taking back. */
    public static <T> List<T> holding(List<T> all, Function<T, Fact> fact) {
        List<Integer> holding = new ArrayList<>();
        for (int before = 0; before < all.size(); before++) {
            if (fact.apply(all.get(before)) instanceof StepUndone undone) {
                holding.removeIf(version -> version >= undone.backTo());
            } else {
                holding.add(before);
            }
        }
        return holding.stream().map(all::get).toList();
    }

    /** All of an incident that facts change, but its version. */
    public record Earlier(
            State state,
            Classification classification,
            @Nullable String organ,
            Incident.@Nullable Draft draft,
            Incident.@Nullable Rework rework,
            Incident.@Nullable Reply reply,
            int drafts,
            @Nullable Cooperation cooperation,
            Marks marks) {

        public static Earlier of(Incident incident) {
            return new Earlier(
                    incident.state(),
                    incident.classification(),
                    incident.organ(),
                    incident.draft(),
                    incident.rework(),
                    incident.reply(),
                    incident.drafts(),
                    incident.cooperation(),
                    incident.marks());
        }

        private void into(IncidentEdit next) {
            next.state = state;
            next.classification = classification;
            next.organ = organ;
            next.draft = draft;
            next.rework = rework;
            next.reply = reply;
            next.drafts = drafts;
            next.cooperation = cooperation;
            next.marks = marks;
        }
    }
}
