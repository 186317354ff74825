package otklik.bench.timers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.ProducerRecord;
import otklik.bench.Cpu;
import otklik.bench.Report;
import otklik.messaging.Envelope;

/** Our side: the service as delivered, exactly once, on a real Kafka of one node, everything in this JVM. */
final class OtklikTimers implements AutoCloseable {

    private static final String SUBJECT = "Отклик";
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Size size;
    private final Report report;
    private final Broker broker = new Broker();
    private final RunningService service = new RunningService(broker.bootstrap());

    OtklikTimers(Size size, Report report) {
        this.size = size;
        this.report = report;
    }

    void measure() {
        store();
        idle();
        rearm();
        change();
        lateness();
        restart();
        handOver();
        herd();
        tally();
    }

    /** Set, weighed, lost and restored. */
    void store() {
        makeTopics();
        set();
        weigh();
    }

    void change() {
        change("выполнено и снято (публикация)", 2, number -> BenchFacts.published(opened(number), Instant.now()));
        int offset = size.changed();
        change("снято (закрытие)", 3, number -> BenchFacts.closed(opened(offset + number), Instant.now()));
    }

    private void makeTopics() {
        service.start();
        service.awaitRunning();
        service.stop();
    }

    /** A backlog that waits for the service: what is measured is the service, not whoever sends. */
    private void set() {
        report.note("открываю " + size.deadlines() + " сроков");
        Instant now = Instant.now();
        for (int i = 0; i < size.incidents(); i++) {
            broker.send(broker.record(BenchFacts.registered(opened(i), now.minusMillis(i % 60_000))));
        }
        broker.flush();
        service.start();
        Waiting.until(LONG, () -> broker.taken() > 0);
        long before = broker.taken();
        long cpu = Cpu.nanos();
        long started = System.nanoTime();
        Waiting.until(LONG, () -> broker.taken() >= size.incidents());
        rate("поставлено, надёжно, ровно один раз", (size.incidents() - before) * 3, started, "≥ 30000");
        work("процессорного времени на поставленный срок", cpu, (size.incidents() - before) * 3);
    }

    private void weigh() {
        service.stop();
        report.figure(
                "место на диске, на срок", SUBJECT, service.stateBytes() / (double) size.deadlines(), "Б", "≤ 90");
        service.loseState();
        long started = System.nanoTime();
        service.start();
        service.awaitRunning();
        report.figure(
                "потеря диска: старт и восстановление за",
                SUBJECT,
                (System.nanoTime() - started) / 1e9,
                "с",
                "≤ 11 на 1 млн");
    }

    /** Nothing is due: what it costs to look at the clock. */
    private void idle() {
        report.figure(
                "холостой шаг часов, раздел",
                SUBJECT,
                service.meanMicros("otklik.sla.tick", Duration.ofSeconds(5)),
                "мкс",
                "≤ 100");
    }

    /** The next weeks are decreed non-working: whatever is counted in working time moves, the calendar minutes of routing stay. */
    void rearm() {
        report.note("указ: три недели нерабочих, все открытые сроки пересчитываются");
        service.stop();
        service.goBy(Decree.threeWeeksOff(LocalDate.now(ZoneOffset.UTC)));
        int moves = size.incidents() * 2;
        try (Deliveries deliveries = new Deliveries(broker.told(false))) {
            service.start();
            long started = System.nanoTime();
            Deliveries.Herd moved = deliveries.herd(Deliveries.MOVED, moves, LONG);
            report.figure("указ: пересчитано открытых", SUBJECT, size.deadlines(), "шт", null);
            report.figure("указ: из них перенесено", SUBJECT, moved.count(), "шт", "= " + moves);
            report.figure(
                    "указ: от старта до последнего",
                    SUBJECT,
                    (moved.lastNanos() - started) / 1e9,
                    "с",
                    "≤ 60 на 1 млн");
        }
    }

    private void change(String what, int each, IntFunction<Envelope> fact) {
        List<ProducerRecord<String, byte[]>> facts = new ArrayList<>();
        for (int i = 0; i < size.changed(); i++) {
            facts.add(broker.record(fact.apply(i)));
        }
        long started = System.nanoTime();
        sendAndWait(facts);
        rate(what, (long) size.changed() * each, started, null);
    }

    private void lateness() {
        int count = size.perSecond() * size.seconds();
        Instant first = Instant.now().plusSeconds(8 + count / 4_000);
        long spacing = 1_000_000_000L / size.perSecond();
        report.note("опоздание: " + size.perSecond() + " в секунду");
        register("late", count, number -> first.plusNanos(number * spacing));
        try (Deliveries deliveries = new Deliveries(broker.told(false))) {
            Lateness lateness = deliveries.breaches(count, Duration.ofSeconds(60L + size.seconds()));
            report.figure("сработало", SUBJECT, lateness.count(), "шт", "= " + count);
            lateness.tell(report, SUBJECT);
        }
    }

    /** A deadline every ten milliseconds, and a stop and a start of the service in the middle. */
    private void restart() {
        int count = 2_000;
        Instant first = Instant.now().plusSeconds(4);
        register("restart", count, number -> first.plusMillis(number * 10L));
        try (Deliveries deliveries = new Deliveries(broker.told(false))) {
            CompletableFuture<Lateness> reading =
                    CompletableFuture.supplyAsync(() -> deliveries.breaches(count, Duration.ofSeconds(90)));
            Waiting.until(first.plusSeconds(5));
            long stopped = System.nanoTime();
            service.stop();
            service.start();
            service.awaitRunning();
            report.figure("остановка и старт службы", SUBJECT, (System.nanoTime() - stopped) / 1e9, "с", null);
            Lateness lateness = reading.join();
            report.figure("при этом сработало", SUBJECT, lateness.count(), "шт", "= " + count);
            lateness.tell(report, SUBJECT + ", старт");
        }
    }

    /** A second instance runs, with a copy of the state: the first says goodbye in the middle. */
    private void handOver() {
        service.stop();
        int count = 2_000;
        try (RunningService first = new RunningService(broker.bootstrap(), 1);
                RunningService second = new RunningService(broker.bootstrap(), 1)) {
            first.goBy(Decree.threeWeeksOff(LocalDate.now(ZoneOffset.UTC)));
            second.goBy(Decree.threeWeeksOff(LocalDate.now(ZoneOffset.UTC)));
            first.start();
            first.awaitRunning();
            second.start();
            second.awaitRunning();
            Waiting.until(Instant.now().plusSeconds(20));
            Instant due = Instant.now().plusSeconds(4);
            register("handover", count, number -> due.plusMillis(number * 10L));
            try (Deliveries deliveries = new Deliveries(broker.told(false))) {
                CompletableFuture<Lateness> reading =
                        CompletableFuture.supplyAsync(() -> deliveries.breaches(count, Duration.ofSeconds(90)));
                Waiting.until(due.plusSeconds(5));
                first.stop();
                Lateness lateness = reading.join();
                report.figure("передача второй службе: сработало", SUBJECT, lateness.count(), "шт", "= " + count);
                lateness.tell(report, SUBJECT + ", передача");
            }
        }
        service.start();
        service.awaitRunning();
    }

    private void herd() {
        report.note("простой: " + size.herd() + " сроков за время простоя");
        Instant due = Instant.now().plusSeconds(8 + size.herd() / 3_000);
        register("herd", size.herd(), number -> due.plusMillis(number % 1_000));
        service.stop();
        Waiting.until(due.plusSeconds(2));
        try (Deliveries deliveries = new Deliveries(broker.told(false))) {
            service.start();
            long started = System.nanoTime();
            service.awaitRunning();
            long cpu = Cpu.nanos();
            Deliveries.Herd herd = deliveries.herd(Deliveries.BREACHED, size.herd(), LONG);
            report.figure("после простоя: сработало", SUBJECT, herd.count(), "шт", "= " + size.herd());
            report.figure("после простоя: первое через", SUBJECT, (herd.firstNanos() - started) / 1e9, "с", null);
            report.figure("после простоя: скорость", SUBJECT, herd.perSecond(), "1/с", "≥ 60000");
            work("процессорного времени на сработавший срок", cpu, herd.count());
            report.figure("самый долгий шаг часов", SUBJECT, service.longestMillis("otklik.sla.tick"), "мс", "≤ 500");
        }
    }

    void tally() {
        try (Deliveries deliveries = new Deliveries(broker.told(true))) {
            Deliveries.Tally tally = deliveries.tally();
            report.figure("событий всего", SUBJECT, (double) tally.told(), "шт", null);
            report.figure("повторов", SUBJECT, (double) tally.repeats(), "шт", "0");
        }
    }

    private void register(String series, int count, IntFunction<Instant> routeDue) {
        List<ProducerRecord<String, byte[]>> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(broker.record(
                    BenchFacts.registeredWithRouteDue(BenchFacts.incident(series, i), routeDue.apply(i))));
        }
        sendAndWait(facts);
    }

    private void sendAndWait(List<ProducerRecord<String, byte[]>> facts) {
        facts.forEach(broker::send);
        broker.flush();
        long sent = broker.sent();
        Waiting.until(LONG, () -> broker.taken() >= sent);
    }

    /** Of the whole process: service, Kafka and whoever reads. Says more than the clock on a machine that is not quiet. */
    private void work(String what, long cpuBefore, long count) {
        report.figure(what, SUBJECT, (Cpu.nanos() - cpuBefore) / 1e3 / count, "мкс", null);
    }

    private void rate(String what, long count, long startedNanos, @org.jspecify.annotations.Nullable String goal) {
        report.figure(what, SUBJECT, count / ((System.nanoTime() - startedNanos) / 1e9), "1/с", goal);
    }

    private static java.util.UUID opened(int number) {
        return BenchFacts.incident("open", number);
    }

    @Override
    public void close() {
        service.close();
        broker.close();
    }
}
