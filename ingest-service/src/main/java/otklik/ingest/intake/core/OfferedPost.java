package otklik.ingest.intake.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A post as somebody hands it in: nothing is checked yet, anything may be missing. Field by field as in the API. */
public record OfferedPost(
        @Nullable String channel,
        @Nullable String externalId,
        @Nullable String kind,
        @Nullable String url,
        @Nullable String text,
        OfferedPost.@Nullable Author author,
        @Nullable Map<String, String> address,
        @Nullable String postedAt,
        @Nullable String topicGroup,
        @Nullable String topic,
        @Nullable String location) {

    /** Who wrote it. Personal data. */
    public record Author(
            @Nullable String externalId,
            @Nullable String name,
            @Nullable String profileUrl) {}
}
