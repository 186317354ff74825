package otklik.publisher.notification.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that one person is told.
 *
 * @param at when it came about
 * @param standingInFor name of the absent person whose work it is (VP-6, LP-5); null when it is the reader's own
 */
public record Tiding(
        Card card, What what, Instant at, @Nullable String standingInFor) {}
