package otklik.contracts.post;

import org.jspecify.annotations.Nullable;

/** Who wrote a post. Personal data: kept only where the answer needs it. */
public record Author(
        @Nullable String externalId,
        @Nullable String name,
        @Nullable String profileUrl) {}
