package otklik.standalone.load;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far the load is: a bar on a terminal, a line now and then elsewhere. Measured in bytes, for nobody knows the rows beforehand. */
final class Meter implements AutoCloseable {

    private static final int ROWS_PER_LINE = 5_000;
    private static final long KIB = 1024;

    private final PrintStream out;
    private final long size;
    private final Tally tally;
    private final AtomicLong bytes = new AtomicLong();
    private final @Nullable ProgressBar bar;

    /** @param size of the file in bytes */
    Meter(PrintStream out, boolean isTerminal, long size, Tally tally) {
        this.out = out;
        this.size = size;
        this.tally = tally;
        bar = isTerminal
                ? new ProgressBarBuilder()
                        .setTaskName("Загрузка")
                        .setInitialMax(Math.max(1, size / KIB))
                        .setUnit(" КиБ", 1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setConsumer(new ConsoleProgressBarConsumer(out))
                        .build()
                : null;
    }

    /** The file, with the bytes that are read from it counted. */
    InputStream counting(InputStream file) {
        return new FilterInputStream(file) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                bytes.addAndGet(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                bytes.addAndGet(Math.max(0, count));
                return count;
            }
        };
    }

    void rowRead() {
        long rows = tally.rows();
        if (bar != null) {
            bar.stepTo(bytes.get() / KIB);
            bar.setExtraMessage(rows + " строк");
        } else if (rows % ROWS_PER_LINE == 0) {
            out.println(String.format(Locale.ROOT, "%3d %%  %s", percent(), tally));
        }
    }

    private long percent() {
        return size == 0 ? 100 : bytes.get() * 100 / size;
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
