package otklik.simulators.vk.wall;

/** What came of an attempt to change a wall. */
public sealed interface Outcome<T> {

    /** Done; {@code repeated} when it had been done before under the same guid. */
    record Done<T>(T value, boolean repeated) implements Outcome<T> {}

    record Refused<T>(Refusal reason) implements Outcome<T> {}

    /** Why a wall stays as it is. */
    enum Refusal {
        NO_SUCH_WALL,
        NO_SUCH_POST,
        COMMENTS_CLOSED,
        NO_SUCH_COMMENT
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value, false);
    }

    static <T> Outcome<T> refused(Refusal reason) {
        return new Refused<>(reason);
    }
}
