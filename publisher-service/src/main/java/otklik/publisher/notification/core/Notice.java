package otklik.publisher.notification.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told: to which roles, and not before when. Which persons these are is looked up only when that instant has come.
 *
 * @param name the same for the same thing to the same roles, however often it is heard of; message ids are made of it
 * @param roles lower case
 * @param organ whose people, or who is over it; null for what concerns no organ, or the one that has the incident
 * @param deadline the deadline it is about
 * @param uselessFrom from then on it says nothing any more: a warning once the time is over; null = never
 * @param clause by which it is told, null where the event itself names it
 */
public record Notice(
        String name,
        Sort sort,
        List<String> roles,
        @Nullable String organ,
        @Nullable UUID deadline,
        Instant tellAt,
        @Nullable Instant uselessFrom,
        @Nullable String clause) {

    public Notice {
        roles = List.copyOf(roles);
    }

    /** What kind of thing. */
    public enum Sort {
        ASSIGNED,
        /** A part of a reply of several organs was asked for. */
        PART,
        OCCURRED,
        /** A surge began or has grown a lot. */
        SURGE,
        /** The day of a promise has come. */
        PROMISE,
        /** An organ has other executors. */
        EXECUTORS,
        /** The step that was told of was taken back; told to those who were told of it. */
        WITHDRAWN,
        WARNED,
        BREACHED,
        ESCALATED;

        /** Whether it is about a deadline. */
        public boolean isOfADeadline() {
            return switch (this) {
                case WARNED, BREACHED, ESCALATED -> true;
                case ASSIGNED, PART, OCCURRED, SURGE, PROMISE, EXECUTORS, WITHDRAWN -> false;
            };
        }
    }
}
