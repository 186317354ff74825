package otklik.contracts;

/** Anything that travels on a topic as the data of a CloudEvent. {@link EventType} knows its name and its topic. */
public interface Event {

    /** Id of the jurisdiction whose regulation binds, e.g. {@code altai-krai}. */
    String jurisdiction();

    /** The key of the record: what must stay in order, stays under one key. */
    String key();

    /** What gives the event its type: itself, or the one fact that it tells. */
    default Object subject() {
        return this;
    }
}
