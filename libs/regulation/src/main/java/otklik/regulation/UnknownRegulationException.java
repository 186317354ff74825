package otklik.regulation;

import java.util.Set;

/** Asked for a regulation that is not there. */
public final class UnknownRegulationException extends RuntimeException {

    private final transient Set<String> known;

    UnknownRegulationException(String id, Set<String> known) {
        super("Регламент «" + id + "» неизвестен; есть: " + String.join(", ", known));
        this.known = known;
    }

    public Set<String> known() {
        return known;
    }
}
