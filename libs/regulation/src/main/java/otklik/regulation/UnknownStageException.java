package otklik.regulation;

import java.util.Set;

/** Asked for a stage that the regulation sets no term for. */
public final class UnknownStageException extends RuntimeException {

    private final transient Set<String> known;

    UnknownStageException(String regulation, String stage, Set<String> known) {
        super("Регламент «" + regulation + "» не знает этапа «" + stage + "»; есть: " + String.join(", ", known));
        this.known = known;
    }

    public Set<String> known() {
        return known;
    }
}
