package otklik.bench.casework;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import otklik.contracts.Json;
import otklik.contracts.access.Caller;
import otklik.routing.incident.core.Command;
import reactor.core.publisher.Mono;

/** Incidents that are to be taken through casework; each time somebody asks, one that is ready makes its next move. Thread-safe. */
final class Walkers {

    private final Client client;
    private final String run = UUID.randomUUID().toString();
    private final Deque<Walker> ready = new ArrayDeque<>();
    private final AtomicInteger done = new AtomicInteger();

    Walkers(Client client) {
        this.client = client;
    }

    /** An incident on its way. {@code version}: as its last answer said. */
    private record Walker(String id, List<Way.Move> left, long version) {}

    synchronized void add(UUID id, Way way, long version) {
        ready.add(new Walker(id.toString(), way.moves(), version));
    }

    /** Commands that were accepted so far. */
    int done() {
        return done.get();
    }

    /** The next move of the one that is ready longest. */
    Mono<Void> move() {
        return Mono.defer(() -> {
                    Walker walker = next();
                    Way.Move move = walker.left().getFirst();
                    return command(walker, move.caller(), move.command()).doOnNext(answer -> goOn(walker, answer));
                })
                .then();
    }

    private Mono<String> command(Walker walker, Caller caller, Command command) {
        return client.command(
                caller,
                walker.id(),
                Json.mapper().writerFor(Command.class).writeValueAsString(command),
                run + "/" + walker.id() + "/" + walker.version(),
                walker.version());
    }

    private synchronized Walker next() {
        Walker walker = ready.poll();
        if (walker == null) {
            throw new IllegalStateException(
                    "Кончились новые инциденты: возьмите больше (--incidents) или меньше времени");
        }
        return walker;
    }

    private synchronized void goOn(Walker walker, String answer) {
        done.incrementAndGet();
        List<Way.Move> left = walker.left().subList(1, walker.left().size());
        if (!left.isEmpty()) {
            long version = Json.mapper().readTree(answer).at("/version").asLong();
            ready.addFirst(new Walker(walker.id(), left, version));
        }
    }
}
