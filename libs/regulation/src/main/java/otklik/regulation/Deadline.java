package otklik.regulation;

import java.time.Instant;

/**
 * A term that has begun to run.
 *
 * @param dueAt the last lawful instant: a breach is later than this
 * @param effectiveAt the last instant at which it can really be done, earlier than {@code dueAt} where
 *     a submission window closes before it (VP-10)
 */
public record Deadline(
        String stage, String clause, Instant startedAt, Instant dueAt, Instant effectiveAt, Explanation explanation) {}
