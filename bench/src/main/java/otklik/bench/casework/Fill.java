package otklik.bench.casework;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import otklik.bench.casework.Tables.Table;
import otklik.routing.directory.core.Directory;

/** Fills the database of the service with incidents, as if it had run for more than a year. */
final class Fill {

    private static final int AT_ONCE = 500;
    private static final int THREADS = 2;
    private static final Duration YEAR = Duration.ofDays(400);

    private final Size size;
    private final Tables tables;
    private final Instant now;
    private final Lives lives;

    Fill(Size size, Tables tables, Directory directory, Instant now) {
        this.size = size;
        this.tables = tables;
        this.now = now;
        this.lives = new Lives(directory, now);
    }

    void run() throws Exception {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                all.add(threads.submit(() -> {
                    part(next);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        tables.finish(size.all());
    }

    private void part(AtomicInteger next) throws SQLException {
        Rows rows = new Rows();
        for (int from = next.getAndAdd(AT_ONCE); from < size.all(); from = next.getAndAdd(AT_ONCE)) {
            for (int number = from; number < Math.min(size.all(), from + AT_ONCE); number++) {
                write(number, rows);
            }
            rows.flush(tables);
        }
    }

    /** The closed ones first, then the open ones, then those that are only to begin. */
    private void write(int number, Rows rows) {
        int open = size.open();
        int closed = size.incidents() - open;
        if (number < closed) {
            Instant at =
                    now.minus(YEAR).plus(YEAR.minusDays(6).multipliedBy(number).dividedBy(closed));
            lives.closed(number, at).write(rows);
        } else if (number < size.incidents()) {
            Instant at = now.minus(Duration.ofDays(5))
                    .plus(Duration.ofDays(5).multipliedBy(number - closed).dividedBy(open));
            lives.open(number, at).write(rows);
        } else {
            // Over as many days as the open ones: all at once would be a surge such as no region has.
            int walker = number - size.incidents();
            Instant at = now.minus(Duration.ofDays(5))
                    .plus(Duration.ofDays(5).multipliedBy(walker).dividedBy(size.walkers()));
            lives.walker(number, at).write(rows);
        }
    }

    static boolean isFilled(java.sql.Connection connection, Size size) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + Table.INCIDENT.title())) {
            return row.next() && row.getLong(1) >= size.incidents();
        }
    }
}
