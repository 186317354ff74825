package otklik.contracts;

import java.util.List;

/** Names of the topics. One writer per topic; the key is named beside each. */
public final class Topics {

    /** Posts, comments and messages as they came; key {@code channel:externalId}; written by ingest. */
    public static final String POSTS_RECEIVED = "posts.received.v1";

    /** Classified posts; key incident id; written by ingest. */
    public static final String INCIDENTS_DETECTED = "incidents.detected.v1";

    /** Every fact of an incident's life, in order of its version; key incident id; written by routing. */
    public static final String INCIDENTS_LIFECYCLE = "incidents.lifecycle.v1";

    /** What happens to deadlines; key incident id; written by sla-timer. */
    public static final String SLA_DEADLINES = "sla.deadlines.v1";

    /** Surges, from the first count to the last; key surge id; written by routing. */
    public static final String INCIDENTS_SURGES = "incidents.surges.v1";

    /** Promises of replies whose day has come; key incident id; written by routing. */
    public static final String INCIDENTS_PROMISES = "incidents.promises.v1";

    /** Changes of the executors of organs; key organ id; written by routing. */
    public static final String ORGANS_EXECUTORS = "organs.executors.v1";

    /** What became of replies; key incident id; written by publisher. */
    public static final String REPLIES_PUBLICATIONS = "replies.publications.v1";

    /** Organs; compacted; key organ id; written by routing. */
    public static final String REFERENCE_ORGANS = "reference.organs.v1";

    /** People who work with incidents; compacted; key person id; written by routing. */
    public static final String REFERENCE_PEOPLE = "reference.people.v1";

    /** Who is away and who stands in; compacted; key absence id; written by routing. */
    public static final String REFERENCE_ABSENCES = "reference.absences.v1";

    /** Topics of facts: kept for a time, never compacted. */
    public static final List<String> FACTS = List.of(
            POSTS_RECEIVED,
            INCIDENTS_DETECTED,
            INCIDENTS_LIFECYCLE,
            INCIDENTS_SURGES,
            INCIDENTS_PROMISES,
            ORGANS_EXECUTORS,
            SLA_DEADLINES,
            REPLIES_PUBLICATIONS);

    /** Topics of reference data: compacted, a tombstone removes an entry. */
    public static final List<String> REFERENCE = List.of(REFERENCE_ORGANS, REFERENCE_PEOPLE, REFERENCE_ABSENCES);

    private static final String DEAD_LETTER_SUFFIX = ".dlt";

    private Topics() {}

    /** The topic that takes what {@code service} could not read from {@code topic}: one per source topic, shared by its consumers. */
    public static String deadLettersOf(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }
}
