package otklik.embedded;

import org.jspecify.annotations.Nullable;

/** A server that could not be started. The message is one plain sentence; the reason tells callers what to advise. */
public final class EmbeddedStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Reason {
        PORT_BUSY,
        FOLDER_IN_USE,
        FAILED
    }

    private final Reason reason;

    EmbeddedStartException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
