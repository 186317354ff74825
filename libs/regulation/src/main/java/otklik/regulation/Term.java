package otklik.regulation;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.regulation.time.Clock;

/**
 * One term of a regulation.
 *
 * @param stage name as in the clause ledger, unique within a profile per importance
 * @param title Russian, for people: what is to be done
 * @param clause the clause that sets it, such as {@code AK-8}
 * @param clock what {@code amount} counts; whole days where it counts working days
 * @param amount always positive; counted back from the end of {@code relativeTo} where that is set
 * @param importance the importance it holds for, null where for any
 * @param circumstance what must be true of the incident, null where nothing
 * @param insteadOf the stage whose term this one replaces under its circumstance
 * @param from the moment it starts; for a backward term the moment its {@code relativeTo} starts
 * @param relativeTo the stage from whose end it is counted back, null for a forward term
 * @param metBy moments that meet it
 * @param cancelledBy moments that make it void, neither met nor breached
 */
public record Term(
        String stage,
        String title,
        String clause,
        Clock clock,
        Duration amount,
        @Nullable Importance importance,
        @Nullable Circumstance circumstance,
        @Nullable String insteadOf,
        Trigger from,
        @Nullable String relativeTo,
        Role owner,
        Set<Trigger> metBy,
        Set<Trigger> cancelledBy,
        Duty duty) {

    public Term {
        metBy = Set.copyOf(metBy);
        cancelledBy = Set.copyOf(cancelledBy);
    }

    public boolean holdsFor(Importance wanted) {
        return importance == null || importance == wanted;
    }

    public boolean isBackward() {
        return relativeTo != null;
    }

    boolean appliesUnder(Set<Circumstance> circumstances) {
        return circumstance == null || circumstances.contains(circumstance);
    }
}
