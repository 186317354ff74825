package otklik.messaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BackgroundLoopTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final Logger logger = (Logger) LoggerFactory.getLogger(BackgroundLoopTest.class.getPackageName());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    /** One entry a round: the thread that did it. */
    private final List<Thread> rounds = new CopyOnWriteArrayList<>();

    private final Semaphore gate = new Semaphore(0);

    @BeforeEach
    void listenToTheLog() {
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leaveTheLog() {
        gate.release(1_000);
        logger.detachAppender(log);
    }

    @Test
    void moreToDo_isDoneAtOnce_untilThereIsNoMore() {
        BackgroundLoop loop = started(NEVER, NEVER, round -> round < 4);

        awaitIdle(4);

        assertThat(rounds.getFirst().getName()).isEqualTo("some-work");
        loop.stop();
        assertThat(rounds).hasSize(4);
    }

    @Test
    void afterTheIdleTime_itLooksAgain() {
        BackgroundLoop loop = started(SHORT, NEVER, round -> false);

        await().until(() -> rounds.size() >= 3);

        loop.stop();
    }

    @Test
    void wake_endsTheIdleTime() {
        BackgroundLoop loop = started(NEVER, NEVER, round -> false);
        awaitIdle(1);

        loop.wake();

        awaitIdle(2);
        loop.stop();
    }

    @Test
    void wake_duringARound_isNotLost_andSeveralAreOne() {
        BackgroundLoop loop = started(NEVER, NEVER, round -> {
            gate.acquireUninterruptibly();
            return false;
        });
        await().until(() -> rounds.size() == 1);

        loop.wake();
        loop.wake();
        gate.release(10);

        awaitIdle(2);
        loop.stop();
    }

    @Test
    void aFailure_isLoggedOnce_withWhatAndWhenItIsTriedAgain_andTheWorkGoesOn() {
        BackgroundLoop loop = started(NEVER, SHORT, round -> {
            if (round <= 2) {
                throw new IllegalStateException("no database");
            }
            return false;
        });

        awaitIdle(3);

        loop.stop();
        assertThat(warnings())
                .containsExactly(
                        "The work could not be done; trying again in PT0.001S: java.lang.IllegalStateException: no database",
                        "The work could not be done; trying again in PT0.001S: java.lang.IllegalStateException: no database");
    }

    @Test
    void thePauseAfterAFailure_isNotCutShortByAWake_butByTheStop() {
        BackgroundLoop loop = started(NEVER, NEVER, round -> {
            throw new IllegalStateException("no database");
        });
        awaitIdle(1);

        loop.wake();

        await().during(Duration.ofMillis(50)).until(() -> rounds.size() == 1);
        loop.stop();
        assertThat(rounds.getFirst().isAlive()).isFalse();
    }

    @Test
    void stop_interruptsTheRoundUnderWay_andIsNoFailure() {
        BackgroundLoop loop = started(NEVER, NEVER, round -> {
            try {
                gate.acquire();
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> rounds.size() == 1);

        loop.stop();

        assertThat(loop.isRunning()).isFalse();
        assertThat(rounds.getFirst().isAlive()).isFalse();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void stop_waitsWithinLimits_andARoundThatOutlivesIt_isTheLast() {
        BackgroundLoop loop = started(NEVER, NEVER, round -> {
            gate.acquireUninterruptibly();
            return true;
        });
        await().until(() -> rounds.size() == 1);

        loop.stop();
        loop.start();

        await().until(() -> rounds.size() == 2);
        Thread old = rounds.getFirst();
        assertThat(old.isAlive()).isTrue();
        assertThat(warnings()).hasSize(1).first().asString().contains("some-work", "PT0.05S");
        gate.release(2);
        await().until(() -> !old.isAlive());
        assertThat(rounds.stream().filter(old::equals)).hasSize(1);
        loop.stop();
    }

    @Test
    void anInterruptThatIsNotTheStops_endsTheIdleTimeOnly() {
        BackgroundLoop loop = started(NEVER, NEVER, round -> false);
        awaitIdle(1);

        rounds.getFirst().interrupt();

        awaitIdle(2);
        assertThat(loop.isRunning()).isTrue();
        assertThat(warnings()).isEmpty();
        loop.stop();
    }

    @Test
    void anInterruptedRoundThatFails_isFollowedByAnotherAfterThePause() {
        BackgroundLoop loop = started(NEVER, Duration.ofMillis(20), round -> {
            if (round == 1) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted");
            }
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            return false;
        });

        awaitIdle(2);

        assertThat(warnings())
                .hasSize(1)
                .first()
                .asString()
                .endsWith("IllegalStateException: interrupted (interrupted)");
        loop.stop();
    }

    @Test
    void startedTwice_worksOnce_andAfterAStopAgain() {
        BackgroundLoop loop = started(NEVER, NEVER, round -> false);
        awaitIdle(1);

        loop.start();
        loop.stop();
        loop.stop();
        loop.start();

        awaitIdle(2);
        assertThat(rounds.getFirst()).isNotEqualTo(rounds.getLast());
        loop.stop();
    }

    @Test
    void anError_endsTheLoop_andItDoesNotSayThatItRuns() {
        BackgroundLoop loop = started(NEVER, NEVER, round -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {});
            throw new LinkageError("a class is missing");
        });

        await().until(() -> !loop.isRunning());

        assertThat(rounds).hasSize(1);
    }

    /** @param work given the number of the round, from 1; whether there is more to do */
    private BackgroundLoop started(Duration idle, Duration afterFailure, IntPredicate work) {
        var loop =
                new BackgroundLoop(
                        "some-work", "The work could not be done", idle, afterFailure, Duration.ofMillis(50)) {
                    @Override
                    protected boolean round() {
                        rounds.add(Thread.currentThread());
                        return work.test(rounds.size());
                    }
                };
        loop.start();
        return loop;
    }

    private void awaitIdle(int after) {
        await().until(() ->
                rounds.size() == after && requireNonNull(rounds.getLast()).getState() == Thread.State.TIMED_WAITING);
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
