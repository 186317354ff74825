package otklik.routing.directory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import otklik.routing.directory.core.Organ;
import otklik.routing.directory.core.Person;

/** One file of the directory: the organs of one jurisdiction. */
public record DirectoryFile(String jurisdiction, List<Entry> organs) {

    /** One organ as written in the file. */
    public record Entry(
            String id,
            String name,
            @Nullable String parent,
            @Nullable List<String> accounts,
            @Nullable List<Person> people,
            @Nullable String contacts) {}

    public List<Organ> toOrgans() {
        return organs.stream()
                .map(entry -> new Organ(
                        entry.id(),
                        jurisdiction,
                        entry.name(),
                        entry.parent(),
                        entry.accounts(),
                        Objects.requireNonNullElse(entry.people(), List.of()),
                        entry.contacts()))
                .toList();
    }
}
