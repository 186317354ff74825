package otklik.contracts.reference;

import org.jspecify.annotations.Nullable;
import otklik.contracts.Event;

/** An organ that incidents can be sent to. {@code parent} is the organ above it. */
public record OrganDescribed(
        String id,
        String jurisdiction,
        String name,
        @Nullable String parent) implements Event {

    @Override
    public String key() {
        return id;
    }
}
