package otklik.simulators.page;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import otklik.simulators.vk.VkSettings;
import otklik.simulators.vk.VkSettings.Community;
import otklik.simulators.vk.wall.Comment;
import otklik.simulators.vk.wall.NewComment;
import otklik.simulators.vk.wall.Outcome;
import otklik.simulators.vk.wall.Post;
import otklik.simulators.vk.wall.Walls;
import otklik.simulators.vk.wire.Permalinks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The walls as people see them, with forms by which a visitor writes as a citizen. */
@Controller
class WallPages {

    private static final String WALL = "/vk/wall{ownerId:-\\d+}";
    private static final String POST = "/vk/wall{ownerId:-\\d+}_{postId:\\d+}";

    private final WallViews views;
    private final Walls walls;
    private final VkSettings settings;

    WallPages(WallViews views, Walls walls, VkSettings settings) {
        this.views = views;
        this.walls = walls;
        this.settings = settings;
    }

    record Form(
            @Nullable String author,
            @Nullable String text,
            @Nullable Integer replyTo) {

        Optional<String> words() {
            return Optional.ofNullable(text).filter(written -> !written.isBlank());
        }

        @Nullable
        String name() {
            return author == null || author.isBlank() ? null : author;
        }
    }

    @GetMapping("/")
    String home(Model model) {
        return show(views.wall(settings.communities().getFirst()), false, model);
    }

    @GetMapping(WALL)
    String wall(@PathVariable long ownerId, Model model) {
        return show(views.wall(community(ownerId)), false, model);
    }

    @GetMapping(POST)
    String post(
            @PathVariable long ownerId,
            @PathVariable int postId,
            @RequestParam(required = false) @Nullable Integer reply,
            Model model) {
        Post post = walls.post(ownerId, postId).orElseThrow(WallPages::notFound);
        return show(views.single(community(ownerId), post, reply), true, model);
    }

    @PostMapping(WALL + "/posts")
    Mono<ResponseEntity<Void>> publish(@PathVariable long ownerId, @ModelAttribute Form form) {
        return writing(() -> form.words()
                .map(text -> walls.post(ownerId, author(form), text))
                .map(outcome -> outcome instanceof Outcome.Done<Post>(Post post, boolean repeated)
                        ? Permalinks.path(post)
                        : "/vk/wall" + ownerId)
                .orElse("/vk/wall" + ownerId));
    }

    @PostMapping(POST + "/comments")
    Mono<ResponseEntity<Void>> comment(
            @PathVariable long ownerId, @PathVariable int postId, @ModelAttribute Form form) {
        return writing(() -> form.words()
                .map(text -> walls.comment(NewComment.byPerson(ownerId, postId, author(form), text, form.replyTo())))
                .map(outcome -> outcome instanceof Outcome.Done<Comment>(Comment comment, boolean repeated)
                        ? Permalinks.path(comment)
                        : Permalinks.path(ownerId, postId))
                .orElse(Permalinks.path(ownerId, postId)));
    }

    private long author(Form form) {
        return walls.person(null, form.name()).id();
    }

    private String show(WallView wall, boolean single, Model model) {
        model.addAttribute("wall", wall);
        model.addAttribute("single", single);
        model.addAttribute("communities", settings.communities());
        model.addAttribute("revision", walls.revision());
        return "wall";
    }

    private Community community(long ownerId) {
        return settings.communities().stream()
                .filter(community -> community.ownerId() == ownerId)
                .findFirst()
                .orElseThrow(WallPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "Запись удалена или ещё не создана");
    }

    /** Writes off the event loop, then sends the visitor to what was written. */
    private static Mono<ResponseEntity<Void>> writing(Callable<String> write) {
        return Mono.fromCallable(write)
                .subscribeOn(Schedulers.boundedElastic())
                .map(path -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(path))
                        .build());
    }
}
