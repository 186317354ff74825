package otklik.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Event;

/**
 * An event with what CloudEvents wants to know of it.
 *
 * @param id the same whenever the same event is sent again; the inbox knows repeats by it
 * @param time when the fact came about
 * @param causationId id of the event or command that caused this one
 */
public record Envelope(
        UUID id, Instant time, Event event, @Nullable String causationId) {}
