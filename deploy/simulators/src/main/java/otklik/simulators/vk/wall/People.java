package otklik.simulators.vk.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Users that have written something or hold a token; guarded by {@link Walls}. */
final class People {

    /** Below this the ids that people in the settings and the tests like to use. */
    private static final long FIRST_FREE_ID = 200_000;

    private static final String NAMELESS = "Житель";

    private final TreeMap<Long, Person> known = new TreeMap<>();

    void put(Person person) {
        known.put(person.id(), person);
    }

    void clear() {
        known.clear();
    }

    List<Person> all() {
        return new ArrayList<>(known.values());
    }

    Optional<Person> known(long id) {
        return Optional.ofNullable(known.get(id));
    }

    boolean isNews(Person person) {
        return !person.equals(known.get(person.id()));
    }

    Person whoIs(@Nullable Long id, @Nullable String name) {
        if (id != null) {
            return name == null ? known(id).orElseGet(() -> nameless(id)) : Person.named(id, name);
        }
        if (name == null) {
            return nameless(freeId());
        }
        return known.values().stream()
                .filter(person -> person.name().equals(Person.named(0, name).name()))
                .findFirst()
                .orElseGet(() -> Person.named(freeId(), name));
    }

    private static Person nameless(long id) {
        return new Person(id, NAMELESS, String.valueOf(id));
    }

    private long freeId() {
        return known.isEmpty() ? FIRST_FREE_ID : Math.max(FIRST_FREE_ID, known.lastKey() + 1);
    }
}
