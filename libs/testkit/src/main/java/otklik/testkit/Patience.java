package otklik.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Lets {@code await()} wait longer than usual before it gives up: on a loaded machine with two cores, work that is merely slow is no failure.
 * What comes in time costs no more.
 */
public final class Patience implements TestExecutionListener {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        Awaitility.setDefaultTimeout(LONGEST);
    }
}
