package otklik.messaging;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What to do with a record that cannot be taken: unreadable → dead letters at once; the database or the network is away → again and again
 * without end, in order, the partition waits; anything else is a bug → dead letters after some attempts, the partition moves on.
 */
final class TakingErrors {

    private TakingErrors() {}

    static DefaultErrorHandler handler(
            EventConsumer consumer, DeadLetterWriter deadLetters, ConsumerMetrics metrics, MessagingSettings settings) {
        DefaultErrorHandler handler = new DefaultErrorHandler(
                (record, cause) -> {
                    deadLetters.write(consumer.group(), record, cause);
                    metrics.ended(metrics.dead, 1);
                },
                new FixedBackOff(settings.pause().toMillis(), settings.attempts() - 1L));
        handler.setBackOffFunction((record, thrown) -> isTemporary(thrown) ? withoutEnd() : null);
        handler.addNotRetryableExceptions(UnreadableRecord.class);
        handler.setResetStateOnExceptionChange(false);
        // Coming again is ordinary; what is given up is written to the dead letters and counted.
        handler.setLogLevel(KafkaException.Level.INFO);
        return handler;
    }

    private static BackOff withoutEnd() {
        ExponentialBackOff backOff = new ExponentialBackOff(500, 2);
        backOff.setMaxInterval(10_000);
        return backOff;
    }

    private static boolean isTemporary(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof R2dbcTransientException
                    || cause instanceof R2dbcNonTransientResourceException
                    || cause instanceof ConnectException
                    || cause instanceof RetriableException
                    || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }
}
