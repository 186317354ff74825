package otklik.simulators.vk.oracle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import otklik.simulators.vk.Switches;
import otklik.simulators.vk.callback.CallbackSender;
import otklik.simulators.vk.callback.Deliveries;
import otklik.simulators.vk.callback.Delivery;
import otklik.simulators.vk.callback.Disorder;
import otklik.simulators.vk.callback.ServerView;
import otklik.simulators.vk.fault.Faults;
import otklik.simulators.vk.wall.Comment;
import otklik.simulators.vk.wall.Person;
import otklik.simulators.vk.wall.Post;
import otklik.simulators.vk.wall.Walls;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shows everything that stands at the remote side, so that "exactly one public reply" is counted there. */
@RestController
@RequestMapping("/vk/sim")
class OracleApi {

    private final Walls walls;
    private final Deliveries deliveries;
    private final CallbackSender sender;
    private final Faults faults;
    private final Disorder disorder;
    private final Switches switches;

    OracleApi(
            Walls walls,
            Deliveries deliveries,
            CallbackSender sender,
            Faults faults,
            Disorder disorder,
            Switches switches) {
        this.walls = walls;
        this.deliveries = deliveries;
        this.sender = sender;
        this.faults = faults;
        this.disorder = disorder;
        this.switches = switches;
    }

    record Objects(List<Post> posts, List<Comment> comments, List<Person> people) {}

    record Items<T>(List<T> items) {}

    record Revision(long revision) {}

    @GetMapping("/objects")
    Objects objects(@RequestParam(name = "owner_id", required = false) @Nullable Long ownerId) {
        return new Objects(
                walls.allPosts().stream()
                        .filter(post -> ownerId == null || post.ownerId() == ownerId)
                        .toList(),
                walls.allComments().stream()
                        .filter(comment -> ownerId == null || comment.ownerId() == ownerId)
                        .toList(),
                walls.people());
    }

    @GetMapping("/revision")
    Revision revision() {
        return new Revision(walls.revision());
    }

    @GetMapping("/deliveries")
    Items<Delivery> deliveries(@RequestParam(required = false) Delivery.@Nullable State state) {
        return new Items<>(deliveries.all().stream()
                .filter(delivery -> state == null || delivery.state() == state)
                .toList());
    }

    @GetMapping("/servers")
    Items<ServerView> servers() {
        return new Items<>(sender.servers());
    }

    /** Walls as on the first day, nothing queued, no faults, the switches of the settings. */
    @PostMapping("/reset")
    Mono<Revision> reset() {
        return Mono.fromCallable(() -> {
                    faults.clear();
                    disorder.clear();
                    switches.reset();
                    deliveries.reset();
                    walls.reset();
                    return revision();
                })
                .subscribeOn(Schedulers.boundedElastic());
    }
}
