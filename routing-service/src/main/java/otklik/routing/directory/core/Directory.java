package otklik.routing.directory.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Role;

/** All organs of the installation. Immutable. */
public final class Directory {

    private static final int MOST_DAYS_AHEAD = 31;

    private final Map<String, Organ> organs = new LinkedHashMap<>();
    private final List<Official> officials;

    /** Without people above the organs. */
    public Directory(List<Organ> organs) {
        this(organs, List.of());
    }

    /**
     * @throws IllegalArgumentException if two organs share an id, an official is over an organ that is not there, or an organ stands under
     *     one that is not in its jurisdiction, or in the end under itself
     */
    public Directory(List<Organ> organs, List<Official> officials) {
        for (Organ organ : organs) {
            if (this.organs.put(organ.id(), organ) != null) {
                throw new IllegalArgumentException("two organs with the id " + organ.id());
            }
        }
        organs.forEach(this::requireParent);
        organs.forEach(this::requireNoCircle);
        this.officials = List.copyOf(officials);
        for (Official official : officials) {
            for (String over : Objects.requireNonNullElse(official.over(), List.<String>of())) {
                if (find(official.jurisdiction(), over).isEmpty()) {
                    throw new IllegalArgumentException(
                            official.id() + " is over " + over + ", which is no organ of " + official.jurisdiction());
                }
            }
        }
    }

    private void requireParent(Organ organ) {
        if (organ.parent() != null && find(organ.jurisdiction(), organ.parent()).isEmpty()) {
            throw new IllegalArgumentException("%s stands under %s, which is no organ of %s; add it or mend the parent"
                    .formatted(organ.id(), organ.parent(), organ.jurisdiction()));
        }
    }

    private void requireNoCircle(Organ organ) {
        Set<String> upwards = new LinkedHashSet<>();
        for (String at = organ.id(); at != null; at = parent(at)) {
            if (!upwards.add(at)) {
                throw new IllegalArgumentException("the organs above %s go in a circle: %s → %s; mend one parent"
                        .formatted(organ.id(), String.join(" → ", upwards), at));
            }
        }
    }

    /** @throws IllegalArgumentException if somebody is said to be executor from a day on that is more than a month ahead: a slip of the pen */
    public void requireExecutorsSoon(Instant now) {
        LocalDate latest = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(MOST_DAYS_AHEAD);
        for (Organ organ : all()) {
            for (Person person : organ.people()) {
                if (person.since() != null && person.since().isAfter(latest)) {
                    throw new IllegalArgumentException(
                            "%s of %s is said to be executor since %s, more than %s days ahead; mend the date, or leave it out"
                                    .formatted(person.id(), organ.id(), person.since(), MOST_DAYS_AHEAD));
                }
            }
        }
    }

    private @Nullable String parent(String organ) {
        return find(organ).map(Organ::parent).orElse(null);
    }

    /** The people who work in no organ: curators, controllers, supervisors, leadership. */
    public List<Official> officials() {
        return officials;
    }

    /** Those of the jurisdiction. */
    public List<Official> officials(String jurisdiction) {
        return officials.stream()
                .filter(official -> official.jurisdiction().equals(jurisdiction))
                .toList();
    }

    /**
     * Whether that supervisor is over the organ: whom the directory sets over it by name, or over all. Where it names nobody for it, every
     * one of the jurisdiction is.
     */
    public boolean isSupervisor(String person, String jurisdiction, String organ) {
        List<Official> supervisors = officials(jurisdiction).stream()
                .filter(official -> official.role() == Role.SUPERVISOR)
                .toList();
        return supervisors.stream().noneMatch(official -> official.isNamedOver(organ))
                || supervisors.stream()
                        .filter(official -> official.id().equals(person))
                        .anyMatch(official -> official.over() == null || official.isNamedOver(organ));
    }

    public Optional<Organ> find(String id) {
        return Optional.ofNullable(organs.get(id));
    }

    /** The organ of that id, if it belongs to the jurisdiction. */
    public Optional<Organ> find(String jurisdiction, String id) {
        return find(id).filter(organ -> organ.jurisdiction().equals(jurisdiction));
    }

    /** For people: the name, or the id of an organ that is no longer there. */
    public @Nullable String name(@Nullable String id) {
        return id == null ? null : find(id).map(Organ::name).orElse(id);
    }

    public List<Organ> of(String jurisdiction) {
        return organs.values().stream()
                .filter(organ -> organ.jurisdiction().equals(jurisdiction))
                .toList();
    }

    public List<Organ> all() {
        return List.copyOf(organs.values());
    }
}
