package otklik.routing.team;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import reactor.core.publisher.Mono;

/** Comments inside the team. */
@RestController
@RequestMapping("/api/routing/v1/incidents/{id}/comments")
class CommentApi {

    private final Comments comments;

    CommentApi(Comments comments) {
        this.comments = comments;
    }

    /** A list, so that more can stand beside it one day. */
    record Items(List<Comments.Comment> items) {}

    /** What is said. */
    record Said(@Nullable String text) {}

    @GetMapping
    Mono<Items> comments(@PathVariable UUID id, Caller caller) {
        return comments.of(id, caller).map(Items::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Comments.Comment> add(@PathVariable UUID id, @RequestBody Said said, Caller caller) {
        return comments.add(id, Objects.requireNonNullElse(said.text(), ""), caller);
    }
}
