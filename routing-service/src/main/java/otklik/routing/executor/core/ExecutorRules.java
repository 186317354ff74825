package otklik.routing.executor.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Role;
import otklik.regulation.Importance;
import otklik.regulation.Letters.Occasion;
import otklik.regulation.Letters.Tell;
import otklik.regulation.Regulation;
import otklik.regulation.Term;
import otklik.regulation.Trigger;
import otklik.regulation.time.OutsideCalendarException;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Official;
import otklik.routing.directory.core.Organ;
import otklik.routing.directory.core.Person;
import otklik.routing.executor.core.ExecutorChange.Notice;

/** What counts as a change of executors, since when it holds, and until when it has to be told. */
public final class ExecutorRules {

    private ExecutorRules() {}

    /** The organ's executors by login, each once. */
    public static List<Executor> executors(Organ organ) {
        TreeMap<String, Executor> byId = new TreeMap<>();
        organ.people().stream()
                .filter(person -> person.role() == Role.EXECUTOR)
                .forEach(person ->
                        byId.putIfAbsent(person.id(), new Executor(person.id(), person.name(), person.since())));
        return List.copyOf(byId.values());
    }

    /**
     * What has changed since the organ was looked at last. Another name or another date of the same person is no change, and neither is an
     * organ that nobody has looked at before.
     *
     * @param before the executors of then; null where nobody has looked
     * @param regulation that binds; null where the installation has none
     */
    public static Optional<ExecutorChange> change(
            UUID id,
            Organ organ,
            @Nullable List<Executor> before,
            Directory directory,
            Instant now,
            @Nullable Regulation regulation) {
        if (before == null) {
            return Optional.empty();
        }
        List<Executor> after = executors(organ);
        List<Executor> left = without(before, after);
        List<Executor> came = without(after, before);
        if (left.isEmpty() && came.isEmpty()) {
            return Optional.empty();
        }
        ZoneId zone = regulation == null ? ZoneOffset.UTC : regulation.zone();
        LocalDate changedOn = changedOn(came, now.atZone(zone).toLocalDate());
        return Optional.of(new ExecutorChange(
                id,
                organ.jurisdiction(),
                organ.id(),
                organ.name(),
                left,
                came,
                without(after, came),
                changedOn,
                now,
                regulation == null ? null : notice(organ, changedOn, directory, regulation)));
    }

    private static List<Executor> without(List<Executor> all, Collection<Executor> those) {
        Set<String> ids = Set.copyOf(those.stream().map(Executor::id).toList());
        return all.stream().filter(each -> !ids.contains(each.id())).toList();
    }

    private static LocalDate changedOn(List<Executor> came, LocalDate today) {
        return came.stream()
                .map(each -> Objects.requireNonNullElse(each.since(), today))
                .min(Comparator.naturalOrder())
                .orElse(today);
    }

    private static @Nullable Notice notice(
            Organ organ, LocalDate changedOn, Directory directory, Regulation regulation) {
        List<Tell> tells = regulation.profile().letters().about(Occasion.EXECUTOR_CHANGED);
        if (tells.isEmpty()) {
            return null;
        }
        String clause = tells.getFirst().clause();
        return regulation.startedBy(Trigger.EXECUTOR_CHANGED, Importance.NORMAL, Set.of()).stream()
                .findFirst()
                .map(term -> notice(clause, term, organ, changedOn, directory, regulation))
                .orElseGet(() -> new Notice(clause, null, null, List.of()));
    }

    private static Notice notice(
            String clause, Term term, Organ organ, LocalDate changedOn, Directory directory, Regulation regulation) {
        Role owner = Role.valueOf(term.owner().name());
        return new Notice(
                clause,
                dueAt(term, changedOn, regulation).orElse(null),
                owner.wire(),
                holders(owner, organ, directory));
    }

    /** Of the day on which it changed: where the term counts days, all its instants give the same. */
    private static Optional<Instant> dueAt(Term term, LocalDate changedOn, Regulation regulation) {
        Instant from = changedOn.atStartOfDay(regulation.zone()).toInstant();
        try {
            return Optional.of(regulation.dueAt(term, Importance.NORMAL, from));
        } catch (OutsideCalendarException e) {
            return Optional.empty();
        }
    }

    /** Names of whoever has the role in the organ or, for one above the organs, in its jurisdiction. */
    private static List<String> holders(Role role, Organ organ, Directory directory) {
        return Stream.concat(
                        organ.people().stream()
                                .filter(person -> person.role() == role)
                                .map(Person::name),
                        directory.officials(organ.jurisdiction()).stream()
                                .filter(official -> official.role() == role)
                                .map(Official::name))
                .toList();
    }
}
