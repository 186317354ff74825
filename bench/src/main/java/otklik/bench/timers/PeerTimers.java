package otklik.bench.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import otklik.bench.Report;
import otklik.embedded.EmbeddedPostgres;

/**
 * The other side: db-scheduler on a real PostgreSQL with fsync and synchronous commits, the same work. A deadline that falls due writes one
 * row in a transaction of its own, as ours writes one event.
 */
final class PeerTimers implements AutoCloseable {

    private static final String SUBJECT = "db-scheduler";
    private static final int THREADS = 8;
    private static final int FIRING_THREADS = 20;
    private static final int BATCH = 1_000;

    private final Size size;
    private final Report report;
    private final Path folder = Folders.temporary();
    private final EmbeddedPostgres postgres =
            EmbeddedPostgres.builder().dataFolder(folder).start();
    private final HikariDataSource database = new HikariDataSource();
    private final PeerTable table;
    private final Lateness lateness = new Lateness();
    private final AtomicInteger fired = new AtomicInteger();
    private final OneTimeTask<Void> task = Tasks.oneTime("deadline")
            .execute((instance, context) ->
                    fire(instance.getId(), context.getExecution().getExecutionTime()));
    private final SchedulerClient client;

    PeerTimers(Size size, Report report) {
        this.size = size;
        this.report = report;
        database.setJdbcUrl(postgres.jdbcUrl("postgres"));
        database.setUsername(EmbeddedPostgres.USER);
        database.setMaximumPoolSize(FIRING_THREADS + THREADS);
        table = new PeerTable(database);
        table.make();
        client = SchedulerClient.Builder.create(database, task).build();
    }

    void measure() {
        setBatched();
        setSingly();
        cancel();
        lateness();
        herd();
    }

    private void setBatched() {
        report.note("открываю " + size.deadlines() + " сроков в db-scheduler");
        Instant farAway = Instant.now().plus(Duration.ofDays(2));
        long started = System.nanoTime();
        scheduleAll("open", size.deadlines(), number -> farAway);
        rate("поставлено пачками по " + BATCH, size.deadlines(), started, null);
        table.vacuum();
        report.figure("место на диске, на срок", SUBJECT, table.bytes() / (double) size.deadlines(), "Б", null);
    }

    private void setSingly() {
        Instant farAway = Instant.now().plus(Duration.ofDays(2));
        int count = size.changed();
        long started = System.nanoTime();
        inThreads(count, number -> client.scheduleIfNotExists(task.instance("single " + number), farAway));
        rate("поставлено, надёжно", count, started, null);
    }

    private void cancel() {
        int count = size.changed();
        long started = System.nanoTime();
        inThreads(count, number -> client.cancel(TaskInstanceId.of(task.getName(), "open " + number)));
        rate("снято (закрытие)", count, started, null);
    }

    private void lateness() {
        int count = size.perSecond() * size.seconds();
        Instant first = Instant.now().plusSeconds(4 + count / 20_000);
        long spacing = 1_000_000_000L / size.perSecond();
        scheduleAll("late", count, number -> first.plusNanos(number * spacing));
        fired.set(0);
        firing(count, Duration.ofSeconds(60L + size.seconds()));
        report.figure("сработало", SUBJECT, fired.get(), "шт", "= " + count);
        synchronized (lateness) {
            lateness.tell(report, SUBJECT);
        }
    }

    private void herd() {
        Instant due = Instant.now();
        scheduleAll("herd", size.herd(), number -> due);
        fired.set(0);
        long started = System.nanoTime();
        firing(size.herd(), Duration.ofMinutes(5));
        report.figure("после простоя: сработало", SUBJECT, fired.get(), "шт", "= " + size.herd());
        rate("после простоя: скорость", fired.get(), started, null);
    }

    /** Runs the scheduler, lock-and-fetch every 100 ms, until that many were fired. */
    private void firing(int count, Duration atMost) {
        Scheduler scheduler = Scheduler.create(database, task)
                .threads(FIRING_THREADS)
                .pollingInterval(Duration.ofMillis(100))
                .pollUsingLockAndFetch(4.0, 20.0)
                .build();
        scheduler.start();
        long end = System.nanoTime() + atMost.toNanos();
        Waiting.until(atMost.plusMinutes(1), () -> fired.get() >= count || System.nanoTime() > end);
        scheduler.stop();
    }

    private void fire(String id, Instant dueAt) {
        table.told(id);
        long late = System.currentTimeMillis() - dueAt.toEpochMilli();
        synchronized (lateness) {
            lateness.add(late);
        }
        fired.incrementAndGet();
    }

    private void scheduleAll(String series, int count, java.util.function.IntFunction<Instant> dueAt) {
        inThreads((count + BATCH - 1) / BATCH, batch -> {
            List<com.github.kagkarlsson.scheduler.task.SchedulableInstance<?>> instances = new ArrayList<>();
            for (int i = batch * BATCH; i < Math.min(count, (batch + 1) * BATCH); i++) {
                TaskInstance<Void> instance = task.instance(series + ' ' + i);
                instances.add(com.github.kagkarlsson.scheduler.task.SchedulableInstance.of(instance, dueAt.apply(i)));
            }
            client.scheduleBatch(instances);
        });
    }

    private static void inThreads(int count, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    work.accept(number);
                }
            }));
        }
        threads.forEach(PeerTimers::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void rate(String what, long count, long startedNanos, @Nullable String goal) {
        report.figure(what, SUBJECT, count / ((System.nanoTime() - startedNanos) / 1e9), "1/с", goal);
    }

    @Override
    public void close() {
        database.close();
        postgres.close();
        Folders.delete(folder);
    }
}
