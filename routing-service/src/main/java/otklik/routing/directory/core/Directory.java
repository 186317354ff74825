package otklik.routing.directory.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All organs of the installation. Immutable. */
public final class Directory {

    private final Map<String, Organ> organs = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if two organs share an id */
    public Directory(List<Organ> organs) {
        for (Organ organ : organs) {
            if (this.organs.put(organ.id(), organ) != null) {
                throw new IllegalArgumentException("two organs with the id " + organ.id());
            }
        }
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
