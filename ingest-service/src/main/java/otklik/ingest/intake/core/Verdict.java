package otklik.ingest.intake.core;

import otklik.contracts.post.PostReceived;

/** Whether an offered post may come in. */
public sealed interface Verdict {

    /** It may, in this form. */
    record Accepted(PostReceived post) implements Verdict {}

    /** It may not. */
    record Refused(Refusal reason) implements Verdict {}
}
