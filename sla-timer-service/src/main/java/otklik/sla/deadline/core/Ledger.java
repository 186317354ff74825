package otklik.sla.deadline.core;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.sla.TimeSpent;
import otklik.regulation.time.Clock;
import otklik.regulation.time.WorkingTime;

/**
 * Whose time an incident has taken: working time by who held it, and the time in which nobody worked. The parts add up to the whole to the
 * microsecond, because each stretch is cut, never measured twice. Time in which several organs worked at once is shared evenly among them.
 *
 * @param organs that hold it now, where organs do; else empty
 * @param since when the present stretch began
 * @param spent in the order in which they first held it, up to {@code since}
 * @param off microseconds outside of office hours, up to {@code since}
 * @param heard organs that have handed in a draft or a part: their time was not lost when others get the incident
 */
public record Ledger(
        Holder holder, List<String> organs, Instant since, List<Spent> spent, long off, List<String> heard) {

    /**
     * Working time of one holder.
     *
     * @param organ which one, where an organ held it
     * @param returned whether the minutes were lost to a wrong route, not to work: the organ gave it back as not competent, or it went to
     *     others before the organ had handed anything in
     * @param micros microseconds of working time
     */
    public record Spent(Holder holder, @Nullable String organ, boolean returned, long micros) {

        private boolean isOf(Holder whose, @Nullable String which, boolean wasReturned) {
            return holder == whose && returned == wasReturned && Objects.equals(organ, which);
        }
    }

    public Ledger {
        organs = List.copyOf(organs);
        spent = List.copyOf(spent);
        heard = List.copyOf(heard);
    }

    /** Nobody's minutes run yet. */
    public static Ledger begun(Instant at) {
        return new Ledger(Holder.NOBODY, List.of(), at, List.of(), 0, List.of());
    }

    /** From {@code at} on somebody else holds it. A fact told late counts from where the ledger stands. */
    Ledger handedTo(Holder next, List<String> nextOrgans, Instant at, WorkingTime time) {
        Ledger closed = upTo(at, time);
        return new Ledger(next, nextOrgans, closed.since, closed.spent, closed.off, closed.heard);
    }

    /**
     * That organ is not competent: what it has had was not its work. Of one that has handed something in before, only the present stretch
     * was not.
     */
    Ledger returnedBy(String organ, Instant at, WorkingTime time) {
        return heard.contains(organ) ? upTo(at, organ, time) : upTo(at, time).lostBy(organ);
    }

    /** From now on it is with these organs alone: others that have handed nothing in had it in vain. */
    Ledger wentTo(Collection<String> these, Instant at, WorkingTime time) {
        Ledger closed = upTo(at, time);
        List<String> inVain = closed.spent.stream()
                .filter(part -> part.holder() == Holder.ORGAN && !part.returned())
                .map(Spent::organ)
                .filter(Objects::nonNull)
                .filter(organ -> !these.contains(organ) && !heard.contains(organ))
                .toList();
        for (String organ : inVain) {
            closed = closed.lostBy(organ);
        }
        return closed;
    }

    /** That organ has handed a draft or a part in. */
    Ledger heardFrom(@Nullable String organ) {
        return organ == null || heard.contains(organ)
                ? this
                : new Ledger(
                        holder,
                        organs,
                        since,
                        spent,
                        off,
                        Stream.concat(heard.stream(), Stream.of(organ)).toList());
    }

    /** All that organ has had so far, in the place where it stood; together with what it had lost before. */
    private Ledger lostBy(String organ) {
        List<Spent> all = new ArrayList<>();
        for (Spent part : spent) {
            boolean lost = part.isOf(Holder.ORGAN, organ, false);
            add(all, part.holder(), part.organ(), lost || part.returned(), part.micros());
        }
        return new Ledger(holder, organs, since, all, off, heard);
    }

    /** The same with the present stretch cut at {@code at}. */
    public Ledger upTo(Instant at, WorkingTime time) {
        return upTo(at, null, time);
    }

    private Ledger upTo(Instant at, @Nullable String returning, WorkingTime time) {
        if (!at.isAfter(since)) {
            return this;
        }
        if (holder == Holder.NOBODY) {
            return new Ledger(holder, organs, at, spent, off, heard);
        }
        long whole = MICROS.between(since, at);
        long working = micros(time.between(Clock.WORKING, since, at));
        return new Ledger(holder, organs, at, with(working, returning), off + whole - working, heard);
    }

    private List<Spent> with(long working, @Nullable String returning) {
        List<Spent> all = new ArrayList<>(spent);
        if (organs.isEmpty()) {
            add(all, holder, null, false, working);
        }
        long left = working;
        for (int i = 0; i < organs.size(); i++) {
            long share = left / (organs.size() - i);
            add(all, holder, organs.get(i), organs.get(i).equals(returning), share);
            left -= share;
        }
        return all;
    }

    private static void add(List<Spent> all, Holder whose, @Nullable String organ, boolean returned, long micros) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isOf(whose, organ, returned)) {
                all.set(i, new Spent(whose, organ, returned, all.get(i).micros() + micros));
                return;
            }
        }
        all.add(new Spent(whose, organ, returned, micros));
    }

    /** As an event, when {@code at} was the end of it. */
    TimeSpent told(IncidentClocks of, long version, Instant at) {
        return new TimeSpent(
                of.incidentId(),
                of.jurisdiction(),
                version,
                of.detectedAt(),
                at,
                Duration.of(total(), MICROS),
                parts());
    }

    /** The parts that add up to {@link #total}. */
    public List<TimeSpent.Part> parts() {
        List<TimeSpent.Part> parts = new ArrayList<>();
        for (Spent part : spent) {
            parts.add(new TimeSpent.Part(
                    part.holder().wire(), part.organ(), part.returned(), Duration.of(part.micros(), MICROS)));
        }
        parts.add(new TimeSpent.Part("non-working", null, false, Duration.of(off, MICROS)));
        return parts;
    }

    /** All parts together, microseconds. */
    public long total() {
        return off + spent.stream().mapToLong(Spent::micros).sum();
    }

    private static long micros(Duration duration) {
        return duration.getSeconds() * 1_000_000 + duration.getNano() / 1_000;
    }
}
