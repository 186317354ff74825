package otklik.routing.directory.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;
import otklik.contracts.access.Role;

/**
 * An organ of a jurisdiction with the people who work with incidents there.
 *
 * @param parent the organ above it
 * @param accounts networks in which it has an account of its own; null where nobody has told
 * @param contacts how citizens reach it, for people; null where nobody has told
 */
public record Organ(
        String id,
        String jurisdiction,
        String name,
        @Nullable String parent,
        @Nullable List<String> accounts,
        List<Person> people,
        @Nullable String contacts) {

    public Organ {
        people = List.copyOf(people);
    }

    public Organ(
            String id,
            String jurisdiction,
            String name,
            @Nullable String parent,
            @Nullable List<String> accounts,
            List<Person> people) {
        this(id, jurisdiction, name, parent, accounts, people, null);
    }

    /** Whether it has an account in the network (KH-13); null where nobody has told. */
    public @Nullable Boolean hasAccount(Channel channel) {
        return accounts == null ? null : accounts.contains(channel.wire());
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
