package otklik.messaging;

/** A record that cannot be understood and will not be after any number of tries: it goes to the dead letters at once. */
public final class UnreadableRecord extends RuntimeException {

    public UnreadableRecord(String message) {
        super(message);
    }

    public UnreadableRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
