package otklik.routing.executor.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An executor of an organ.
 *
 * @param id login
 * @param since first day as executor, in the zone of the jurisdiction; null where the directory does not say
 */
public record Executor(String id, String name, @Nullable LocalDate since) {}
