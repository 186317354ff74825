package otklik.simulators.vk.fault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that a fault struck.
 *
 * @param executed whether the call did what it was asked for, as a test wants to know
 * @param guid of the call, where it had one
 * @param response what the caller would have been told
 */
public record Hit(
        FaultKind kind,
        String method,
        boolean executed,
        @Nullable String guid,
        @Nullable Object response,
        Instant at) {}
