package otklik.routing.reading;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Role;
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

    /** An organ. {@code parent}: id of the organ above it; {@code reason} says in Russian why it is not assignable. */
    record Listed(
            String id,
            String jurisdiction,
            String name,
            @Nullable String parent,
            boolean assignable,
            @Nullable String reason,
            List<Person> people) {
        static Listed of(Organ organ) {
            return new Listed(
                    organ.id(),
                    organ.jurisdiction(),
                    organ.name(),
                    organ.parent(),
                    organ.isAssignable(),
                    organ.whyNotAssignable(),
                    organ.people());
        }
    }

    /** Somebody who works above the organs. */
    record Above(String id, String jurisdiction, String name, Role role) {}

    /** The list. {@code officials}: who works above the organs. */
    record Organs(List<Listed> items, List<Above> officials) {}

    @GetMapping
    Mono<Organs> organs(@RequestParam(required = false) @Nullable String jurisdiction, Caller caller) {
        Predicate<String> wanted = each -> (jurisdiction == null || each.equals(jurisdiction)) && caller.reaches(each);
        return Mono.just(new Organs(
                directory.all().stream()
                        .filter(organ -> wanted.test(organ.jurisdiction()))
                        .map(Listed::of)
                        .toList(),
                directory.officials().stream()
                        .filter(official -> wanted.test(official.jurisdiction()))
                        .map(official ->
                                new Above(official.id(), official.jurisdiction(), official.name(), official.role()))
                        .toList()));
    }
}
