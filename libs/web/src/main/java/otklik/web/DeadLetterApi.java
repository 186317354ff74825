package otklik.web;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.messaging.DeadLetter;
import otklik.messaging.DeadLetters;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lists what this service's consumers could not take and sends it to them again. For administrators of the installation. */
@RestController
@RequestMapping("/api/${otklik.web.api}/v1/dead-letters")
class DeadLetterApi {

    private final DeadLetters letters;

    DeadLetterApi(DeadLetters letters) {
        this.letters = letters;
    }

    /** The letters, oldest first. */
    record Letters(List<DeadLetter> items) {}

    @GetMapping
    Mono<Letters> list(Caller caller) {
        requireAdmin(caller);
        return Mono.fromCallable(() -> new Letters(letters.list())).subscribeOn(Schedulers.boundedElastic());
    }

    @PostMapping("/{id}:replay")
    Mono<DeadLetter> replay(@PathVariable UUID id, Caller caller) {
        requireAdmin(caller);
        return Mono.fromCallable(() ->
                        letters.replay(id).orElseThrow(() -> Problem.notFound("Нет отложенной записи " + id + ".")))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static void requireAdmin(Caller caller) {
        if (!caller.has(Grant.EVERYWHERE, Role.ADMIN)) {
            throw Problem.forbidden("Отложенные записи видит администратор установки.");
        }
    }
}
