package otklik.routing.presence;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/** Signs of life of open pages, and who is where. What becomes different is told by {@code /changes}. */
@RestController
@RequestMapping("/api/routing/v1")
class PresenceApi {

    private static final int LONGEST_PAGE = 64;

    private final Presence presence;

    PresenceApi(Presence presence) {
        this.presence = presence;
    }

    /** A list, so that more can stand beside it one day. */
    record Items<T>(List<T> items) {}

    /** What the person does on the page. */
    record Sign(@Nullable Doing doing) {}

    @GetMapping("/presence")
    Mono<Items<Present>> all(Caller caller) {
        return Mono.fromSupplier(() -> new Items<>(presence.all(caller)));
    }

    /** Every few seconds while the page shows the incident; answers who else is there. */
    @PutMapping("/incidents/{id}/presence/{page}")
    Mono<Items<Present.Somebody>> beat(
            @PathVariable UUID id, @PathVariable String page, @RequestBody Sign sign, Caller caller) {
        Doing doing = sign.doing() == null ? Doing.READING : sign.doing();
        return presence.beat(id, named(page), doing, caller).map(Items::new);
    }

    @DeleteMapping("/incidents/{id}/presence/{page}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> leave(@PathVariable UUID id, @PathVariable String page, Caller caller) {
        return presence.beat(id, named(page), null, caller).then();
    }

    private static String named(String page) {
        if (page.length() > LONGEST_PAGE) {
            throw Problem.badRequest("bad-page", "Негодное имя страницы", "Имя — от 1 до " + LONGEST_PAGE + " знаков.");
        }
        return page;
    }
}
