package otklik.publisher.reply.core;

/** What an attempt to upload a file came to. Uploading twice does no harm: what no comment names, nobody sees. */
public sealed interface Upload {

    /** @param remote what the network calls it from now on */
    record Done(String remote) implements Upload {}

    /** Nothing that another try could not mend: no connection, no answer, our own storage away. */
    record NotYet(String why) implements Upload {}

    /** The network said no. */
    record Declined(int code, String message) implements Upload {}

    /** No try will ever succeed. */
    record Never(String why) implements Upload {}
}
