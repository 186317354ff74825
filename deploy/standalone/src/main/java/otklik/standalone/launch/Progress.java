package otklik.standalone.launch;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Tells how the start goes: one line per step, with the time it took. */
public final class Progress {

    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    <T> T step(String title, Callable<T> work) throws Exception {
        long started = System.nanoTime();
        T result = work.call();
        say(String.format(Locale.ROOT, "  %-28s %s", title, seconds(started)));
        return result;
    }

    /** Time since then, as people read it: {@code 1,4 с}. */
    public static String seconds(long startedNanos) {
        long millis = Duration.ofNanos(System.nanoTime() - startedNanos).toMillis();
        return String.format(Locale.forLanguageTag("ru"), "%.1f с", millis / 1000.0);
    }
}
