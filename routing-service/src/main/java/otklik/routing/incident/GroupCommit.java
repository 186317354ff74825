package otklik.routing.incident;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Does together what comes while earlier work is under way: one transaction for all of it. Nobody waits for company; what finds a free lane
 * goes at once and alone. Where a group fails, each of it is tried by itself, so that nobody bears another's fault. Thread-safe.
 *
 * @param <T> what is to be done
 * @param <R> what comes of it
 */
final class GroupCommit<T, R> {

    private final Limits limits;
    private final Function<T, Object> subject;
    private final Function<List<T>, Mono<List<Outcome<R>>>> work;
    private final Predicate<Throwable> nobodysFault;
    private final Supplier<? extends RuntimeException> tooMany;
    private final Queue<Waiting<T, R>> queue = new ArrayDeque<>();
    private int free;

    /**
     * How much at once.
     *
     * @param lanes groups under way at the same time
     * @param group most of a group
     * @param waiting most that wait; whoever comes then is refused
     */
    record Limits(int lanes, int group, int waiting) {}

    /**
     * @param subject what may be in a group once only; a second one goes with a later group
     * @param work does a group whole or not at all, and tells what came of each, in their order
     * @param nobodysFault failures that trying each by itself does not help
     * @param tooMany what is answered where too many wait
     */
    GroupCommit(
            Limits limits,
            Function<T, Object> subject,
            Function<List<T>, Mono<List<Outcome<R>>>> work,
            Predicate<Throwable> nobodysFault,
            Supplier<? extends RuntimeException> tooMany) {
        this.limits = limits;
        this.subject = subject;
        this.work = work;
        this.nobodysFault = nobodysFault;
        this.tooMany = tooMany;
        free = limits.lanes();
    }

    /** What came of one: a result, or why there is none. */
    sealed interface Outcome<R> {
        record Done<R>(R result) implements Outcome<R> {}

        record Refused<R>(RuntimeException why) implements Outcome<R> {}
    }

    private record Waiting<T, R>(T item, MonoSink<R> answer) {
        void end(Outcome<R> outcome) {
            switch (outcome) {
                case Outcome.Done<R> done -> answer.success(done.result());
                case Outcome.Refused<R> refused -> answer.error(refused.why());
            }
        }
    }

    /** Does it. Whoever stops waiting for the answer does not stop the work. */
    Mono<R> add(T item) {
        return Mono.create(answer -> {
            if (isTaken(new Waiting<>(item, answer))) {
                go();
            } else {
                answer.error(tooMany.get());
            }
        });
    }

    private synchronized boolean isTaken(Waiting<T, R> waiting) {
        return queue.size() < limits.waiting() && queue.add(waiting);
    }

    private void go() {
        List<Waiting<T, R>> group = next();
        if (group != null) {
            together(group).doFinally(signal -> end()).subscribe();
        }
    }

    private void end() {
        synchronized (this) {
            free++;
        }
        go();
    }

    /** Null where nothing waits or no lane is free. */
    private synchronized @Nullable List<Waiting<T, R>> next() {
        if (free == 0 || queue.isEmpty()) {
            return null;
        }
        List<Waiting<T, R>> group = new ArrayList<>();
        Set<Object> subjects = new HashSet<>();
        Iterator<Waiting<T, R>> waiting = queue.iterator();
        while (waiting.hasNext() && group.size() < limits.group()) {
            Waiting<T, R> one = waiting.next();
            if (subjects.add(subject.apply(one.item()))) {
                group.add(one);
                waiting.remove();
            }
        }
        free--;
        return group;
    }

    private Mono<Void> together(List<Waiting<T, R>> group) {
        return Mono.defer(() -> work.apply(group.stream().map(Waiting::item).toList()))
                .doOnNext(outcomes -> {
                    for (int i = 0; i < group.size(); i++) {
                        group.get(i).end(outcomes.get(i));
                    }
                })
                .then()
                .onErrorResume(e -> group.size() == 1 || nobodysFault.test(e) ? failed(group, e) : oneByOne(group));
    }

    private Mono<Void> oneByOne(List<Waiting<T, R>> group) {
        return Flux.fromIterable(group).concatMap(one -> together(List.of(one))).then();
    }

    private static <T, R> Mono<Void> failed(List<Waiting<T, R>> group, Throwable e) {
        group.forEach(one -> one.answer().error(e));
        return Mono.empty();
    }
}
