package otklik.standalone.launch;

import org.jspecify.annotations.Nullable;

/** Something that keeps a command from doing its work; the message is one Russian sentence (or two) that says what to do. */
public final class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LaunchException(String sentence) {
        this(sentence, null);
    }

    public LaunchException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
