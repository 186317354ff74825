package otklik.routing.promise;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import otklik.regulation.Russian;
import otklik.routing.incident.Beside;
import otklik.routing.promise.core.Promise;
import reactor.core.publisher.Flux;

/** What was said about the promises of an incident, for its timeline: to whoever sees the incident, as its list of promises is. */
final class PromiseAnswers implements Beside {

    private final PromiseStore store;

    PromiseAnswers(PromiseStore store) {
        this.store = store;
    }

    @Override
    public Flux<Told> of(UUID incident) {
        return store.of(incident)
                .flatMapIterable(promises -> promises.stream()
                        .flatMap(promise -> promise.answers().stream().map(answer -> told(promise, answer)))
                        .toList());
    }

    private static Told told(Promise promise, Promise.Answered answer) {
        String promised = "Обещание «" + promise.words() + "»";
        return switch (answer.status()) {
            case OPEN ->
                answer.isReopening()
                        ? new Told(
                                answer.at(),
                                "PromiseReopened",
                                promised + " снова открыто: ответ отменён",
                                answer.by(),
                                details(promise, answer))
                        : new Told(
                                answer.at(),
                                "PromiseMoved",
                                promised + " перенесено: было до " + Russian.dateAndYear(answer.dueBefore())
                                        + ", теперь до " + Russian.dateAndYear(answer.dueAfter()),
                                answer.by(),
                                details(promise, answer));
            case KEPT ->
                new Told(
                        answer.at(),
                        "PromiseKept",
                        promised + " отмечено выполненным",
                        answer.by(),
                        details(promise, answer));
            case WITHDRAWN ->
                new Told(
                        answer.at(),
                        "PromiseWithdrawn",
                        promised + " снято: это не обещание",
                        answer.by(),
                        details(promise, answer));
        };
    }

    private static Map<String, Object> details(Promise promise, Promise.Answered answer) {
        Map<String, Object> details = new TreeMap<>(Map.of(
                "promiseId", promise.id().toString(),
                "words", promise.words(),
                "sentence", promise.sentence(),
                "dueBefore", answer.dueBefore().toString(),
                "dueAfter", answer.dueAfter().toString()));
        Stream.ofNullable(answer.note()).forEach(note -> details.put("note", note));
        Stream.ofNullable(answer.link()).forEach(link -> details.put("link", link));
        return details;
    }
}
