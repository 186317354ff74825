package otklik.contracts.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The roles of the five regulations, one vocabulary (see the glossary), and two of the installation itself. */
public enum Role {
    CURATOR,
    CONTROLLER,
    EXECUTOR,
    RESPONSIBLE,
    SUPERVISOR,
    LEADERSHIP,
    /** Chief of staff: told at once of what is significant (LB-12), looks on. */
    CHIEF,
    OBSERVER,
    /** A program that hands in posts, or fetches the files of approved replies. */
    INTEGRATION,
    /** Runs the installation; sees and repairs, decides nothing of the casework. */
    ADMIN;

    /** Whether somebody may stand in for whoever has it: nobody does for those who only look on or run the installation. */
    public boolean hasSubstitutes() {
        return switch (this) {
            case CURATOR, CONTROLLER, EXECUTOR, RESPONSIBLE, SUPERVISOR, LEADERSHIP, CHIEF -> true;
            case OBSERVER, INTEGRATION, ADMIN -> false;
        };
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such role */
    @JsonCreator
    public static Role of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
