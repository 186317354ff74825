package otklik.simulators.vk.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What goes wrong, and whether the call is executed before it does. */
public enum FaultKind {
    EXECUTED_THEN_502(true),
    EXECUTED_THEN_RESET(true),
    /** The answer never comes; the connection is cut after the fault's {@code millis}. */
    EXECUTED_THEN_TIMEOUT(true),
    NOT_EXECUTED_THEN_502(false),
    NOT_EXECUTED_THEN_RESET(false),
    NOT_EXECUTED_THEN_TIMEOUT(false),
    /** The right answer, late by the fault's {@code millis}. */
    SLOW(true),
    /** Status 200 and half of the right answer. */
    TRUNCATED_JSON(true),
    /** Status 200 and a page of HTML, as from a gateway in the middle. */
    HTML(false),
    /** The right answer is kept back and a page of HTML comes instead. */
    EXECUTED_THEN_HTML(true),
    /** VK's own error of the fault's {@code code}. */
    ERROR(false),
    EXECUTED_THEN_ERROR(true);

    private final boolean executed;

    FaultKind(boolean executed) {
        this.executed = executed;
    }

    public boolean executed() {
        return executed;
    }

    /** The name on the wire: {@code executed-then-502}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static FaultKind of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
