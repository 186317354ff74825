package otklik.contracts.surge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Event;
import otklik.contracts.incident.Actor;

/**
 * What happens with a surge: many citizens write about the same in the same place within a short time (AK-21, LB-12, LP-21). Its incidents
 * are those of the topic group and the place in the time that was counted.
 *
 * @param version of the surge after the fact: 1, 2, 3 …
 * @param by who did it; the system for what is counted
 * @param location as in the classification; null for messages that name no place
 * @param clause by which the leadership is told
 */
public record SurgeEvent(
        UUID surgeId,
        String jurisdiction,
        long version,
        Instant at,
        Actor by,
        String topicGroup,
        @Nullable String location,
        String clause,
        SurgeFact fact)
        implements Event {

    @Override
    public String key() {
        return surgeId.toString();
    }

    @Override
    public Object subject() {
        return fact;
    }
}
