package otklik.routing.directory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Role;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Official;
import otklik.routing.directory.core.Organ;
import otklik.routing.directory.core.Person;

/** One file of the directory: the organs of one jurisdiction, and its people who work in none. */
public record DirectoryFile(String jurisdiction, @Nullable List<Above> people, List<Entry> organs) {

    /** One of the jurisdiction's own people as written in the file. */
    public record Above(
            String id,
            String name,
            Role role,
            @Nullable String email,
            @Nullable List<String> over) {}

    /** One organ as written in the file. */
    public record Entry(
            String id,
            String name,
            @Nullable String parent,
            @Nullable List<String> accounts,
            @Nullable List<Person> people,
            @Nullable String contacts) {}

    /** All files as one. */
    public static Directory directory(List<DirectoryFile> files) {
        return new Directory(
                files.stream().flatMap(file -> file.toOrgans().stream()).toList(),
                files.stream().flatMap(file -> file.toOfficials().stream()).toList());
    }

    private List<Official> toOfficials() {
        return Objects.requireNonNullElse(people, List.<Above>of()).stream()
                .map(entry ->
                        new Official(entry.id(), jurisdiction, entry.name(), entry.role(), entry.email(), entry.over()))
                .toList();
    }

    private List<Organ> toOrgans() {
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
