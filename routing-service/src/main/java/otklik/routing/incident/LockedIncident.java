package otklik.routing.incident;

import org.jspecify.annotations.Nullable;
import otklik.routing.incident.core.Incident;

/**
 * An incident that nobody else may change until the transaction ends.
 *
 * @param head hash of its last fact, which the next one builds on
 * @param earlier what the same caller was answered under the same key before, null if nothing
 * @param isWaitedFor whether somebody else changed it while we waited for the lock: {@code earlier} is from before that
 */
record LockedIncident(
        Incident incident, String head, @Nullable CommandReceipt earlier, boolean isWaitedFor) {}
