package otklik.routing.reading;

import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Caller;
import otklik.routing.platform.Cursor;

/** What a person wants to see. Null narrows nothing. */
record QueueRequest(
        Caller caller,
        Queue queue,
        @Nullable String jurisdiction,
        @Nullable String state,
        @Nullable String organ,
        @Nullable String topicGroup,
        @Nullable String location,
        @Nullable String words,
        int limit,
        @Nullable Cursor after) {}
