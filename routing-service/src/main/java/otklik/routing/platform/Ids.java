package otklik.routing.platform;

import java.util.UUID;
import java.util.function.Supplier;

/** Makes ids that nobody can guess. The only place that does. */
public final class Ids implements Supplier<UUID> {

    @Override
    public UUID get() {
        return UUID.randomUUID();
    }
}
