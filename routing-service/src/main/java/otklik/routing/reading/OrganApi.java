package otklik.routing.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Organ;
import otklik.routing.directory.core.Person;
import reactor.core.publisher.Mono;

/** Organs with their people, and whether work can be sent to them (AK-5). */
@RestController
@RequestMapping("/api/routing/v1/organs")
class OrganApi {

    private final Directory directory;

    OrganApi(Directory directory) {
        this.directory = directory;
    }

    /** An organ. {@code reason} says in Russian why it is not assignable. */
    record Listed(
            String id,
            String jurisdiction,
            String name,
            boolean assignable,
            @Nullable String reason,
            List<Person> people) {
        static Listed of(Organ organ) {
            return new Listed(
                    organ.id(),
                    organ.jurisdiction(),
                    organ.name(),
                    organ.isAssignable(),
                    organ.whyNotAssignable(),
                    organ.people());
        }
    }

    /** The list. */
    record Organs(List<Listed> items) {}

    @GetMapping
    Mono<Organs> organs(@RequestParam(required = false) @Nullable String jurisdiction, Caller caller) {
        return Mono.just(new Organs(directory.all().stream()
                .filter(organ -> jurisdiction == null || organ.jurisdiction().equals(jurisdiction))
                .filter(organ -> caller.reaches(organ.jurisdiction()))
                .map(Listed::of)
                .toList()));
    }
}
