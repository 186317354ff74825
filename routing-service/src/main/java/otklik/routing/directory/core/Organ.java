package otklik.routing.directory.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Role;

/** An organ of a jurisdiction with the people who work with incidents there. */
public record Organ(
        String id,
        String jurisdiction,
        String name,
        @Nullable String parent,
        List<Person> people) {

    public Organ {
        people = List.copyOf(people);
    }

    /** Work can be sent only to an organ with a responsible official and an executor (AK-5). */
    public boolean isAssignable() {
        return has(Role.RESPONSIBLE) && has(Role.EXECUTOR);
    }

    /** Why it cannot take work, in Russian; null if it can. */
    public @Nullable String whyNotAssignable() {
        if (!has(Role.RESPONSIBLE) && !has(Role.EXECUTOR)) {
            return "не назначены ни ответственное должностное лицо, ни исполнитель";
        }
        if (!has(Role.RESPONSIBLE)) {
            return "не назначено ответственное должностное лицо";
        }
        return has(Role.EXECUTOR) ? null : "не назначен ни один исполнитель";
    }

    private boolean has(Role role) {
        return people.stream().anyMatch(person -> person.role() == role);
    }
}
