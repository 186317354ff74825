package otklik.simulators.vk.wall;

/** A user; invented by whoever wrote as that user. */
public record Person(long id, String firstName, String lastName) implements Entry {

    /** Splits "Иван Петров" at the first space. */
    static Person named(long id, String name) {
        String[] parts = name.strip().split("\\s+", 2);
        return new Person(id, parts[0], parts.length == 2 ? parts[1] : "");
    }

    public String name() {
        return (firstName + " " + lastName).strip();
    }
}
