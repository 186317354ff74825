package otklik.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.organ.ExecutorsChanged;
import otklik.contracts.post.PostReceived;
import otklik.contracts.promise.PromiseDue;
import otklik.contracts.publication.PublicationEvent;
import otklik.contracts.publication.PublicationEvent.PublicationFact;
import otklik.contracts.reference.AbsenceNoted;
import otklik.contracts.reference.OrganDescribed;
import otklik.contracts.reference.PersonDescribed;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.contracts.sla.TimeSpent;
import otklik.contracts.surge.SurgeEvent;
import otklik.contracts.surge.SurgeFact;

/**
 * The names under which events travel ({@code ce_type}), e.g. {@code otklik.deadline.breached.v1}, each with its class and topic. A
 * reader skips and counts a name that is not here; within a version only optional fields are added.
 */
public record EventType(String name, Class<? extends Event> dataClass, String topic) {

    private static final Map<String, EventType> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<?>, EventType> BY_SUBJECT = new LinkedHashMap<>();

    static {
        register("post.received", PostReceived.class, PostReceived.class, Topics.POSTS_RECEIVED);
        register("incident.detected", IncidentDetected.class, IncidentDetected.class, Topics.INCIDENTS_DETECTED);
        registerFacts(IncidentFact.class, IncidentEvent.class, Topics.INCIDENTS_LIFECYCLE);
        registerFacts(SurgeFact.class, SurgeEvent.class, Topics.INCIDENTS_SURGES);
        register("promise.due", PromiseDue.class, PromiseDue.class, Topics.INCIDENTS_PROMISES);
        register("organ.executors-changed", ExecutorsChanged.class, ExecutorsChanged.class, Topics.ORGANS_EXECUTORS);
        registerFacts(DeadlineFact.class, DeadlineEvent.class, Topics.SLA_DEADLINES);
        register("time.spent", TimeSpent.class, TimeSpent.class, Topics.SLA_DEADLINES);
        registerFacts(PublicationFact.class, PublicationEvent.class, Topics.REPLIES_PUBLICATIONS);
        register("organ.described", OrganDescribed.class, OrganDescribed.class, Topics.REFERENCE_ORGANS);
        register("person.described", PersonDescribed.class, PersonDescribed.class, Topics.REFERENCE_PEOPLE);
        register("absence.noted", AbsenceNoted.class, AbsenceNoted.class, Topics.REFERENCE_ABSENCES);
    }

    /** All types, in the order of the topics. */
    public static Collection<EventType> all() {
        return Collections.unmodifiableCollection(BY_NAME.values());
    }

    /** The type of that name; empty if this release does not know it. */
    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** @throws IllegalStateException if the event's class was never registered: a bug */
    public static EventType of(Event event) {
        return of(event.subject().getClass());
    }

    /**
     * The type of the events whose subject is of the class.
     *
     * @throws IllegalStateException if it was never registered: a bug
     */
    public static EventType of(Class<?> subject) {
        EventType type = BY_SUBJECT.get(subject);
        if (type == null) {
            throw new IllegalStateException("no event type is registered for " + subject);
        }
        return type;
    }

    private static void register(String name, Class<?> subject, Class<? extends Event> dataClass, String topic) {
        EventType type = new EventType("otklik." + name + ".v1", dataClass, topic);
        BY_NAME.put(type.name(), type);
        BY_SUBJECT.put(subject, type);
    }

    private static void registerFacts(Class<?> facts, Class<? extends Event> dataClass, String topic) {
        for (JsonSubTypes.Type fact : facts.getAnnotation(JsonSubTypes.class).value()) {
            register(fact.name(), fact.value(), dataClass, topic);
        }
    }
}
