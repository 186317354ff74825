package otklik.routing.executor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.messaging.BackgroundLoop;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Organ;
import otklik.routing.executor.core.Executor;
import otklik.routing.executor.core.ExecutorRules;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Compares the executors of the directory with those of the last start, once: an instance that goes on with the files of before must not take
 * back what a later one found. Of a jurisdiction all that is found is one transaction under a lock: each change is written and told once, whatever
 * dies and however many instances start.
 */
final class ExecutorWatch extends BackgroundLoop {

    private static final Duration NOTHING_MORE = Duration.ofDays(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ExecutorStore store;
    private final Directory directory;
    private final TransactionalOperator transaction;
    private final InstantSource time;
    private final Supplier<UUID> ids;
    private boolean compared;

    ExecutorWatch(
            ExecutorStore store,
            Directory directory,
            TransactionalOperator transaction,
            InstantSource time,
            Supplier<UUID> ids) {
        super("executor-watch", "Changes of executors could not be looked for", NOTHING_MORE, AFTER_FAILURE);
        this.store = store;
        this.directory = directory;
        this.transaction = transaction;
        this.time = time;
        this.ids = ids;
    }

    @Override
    protected boolean round() {
        if (!compared) {
            Flux.fromStream(directory.all().stream().map(Organ::jurisdiction).distinct())
                    .concatMap(this::compare)
                    .then()
                    .block(PATIENCE);
            compared = true;
        }
        return false;
    }

    Mono<Void> compare(String jurisdiction) {
        return store.lock(jurisdiction)
                .then(store.known(jurisdiction))
                .flatMap(known -> write(jurisdiction, known))
                .as(transaction::transactional);
    }

    private Mono<Void> write(String jurisdiction, Map<String, List<Executor>> known) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        Regulation regulation = Regulations.installed().find(jurisdiction, now).orElse(null);
        return Flux.fromIterable(directory.of(jurisdiction))
                .filter(organ -> !ExecutorRules.executors(organ).equals(known.get(organ.id())))
                .concatMap(organ -> Mono.justOrEmpty(ExecutorRules.change(
                                ids.get(), organ, known.get(organ.id()), directory, now, regulation))
                        .flatMap(store::add)
                        .then(store.keep(jurisdiction, organ.id(), ExecutorRules.executors(organ), now)))
                .then();
    }
}
