package otklik.publisher.reply.core;

import org.jspecify.annotations.Nullable;

/** What a call that was to post a reply came back with. */
public sealed interface Outcome {

    /**
     * It stands there.
     *
     * @param thread id of the comment that heads the thread, null on the first level
     */
    record Done(long comment, @Nullable Long thread) implements Outcome {}

    /** The network said no. */
    record Declined(int code, String message) implements Outcome {}

    /** Nothing left this machine. */
    record NotSent(String why) implements Outcome {}

    /** Sent, and no answer that could be understood: it may stand there. */
    record Unclear(String why) implements Outcome {}
}
