package otklik.ingest.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Role;
import otklik.contracts.post.Origin;
import otklik.ingest.intake.core.OfferedPost;
import otklik.ingest.intake.core.Refusal;
import otklik.regulation.Regulations;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/** Takes batches of posts from other systems, from the import and from curators. */
@RestController
@RequestMapping("/api/ingest/v1/posts")
class PostApi {

    private static final int LARGEST_BATCH = 1_000;

    private final Intake intake;
    private final Regulations regulations;

    PostApi(Intake intake, Regulations regulations) {
        this.intake = intake;
        this.regulations = regulations;
    }

    /** At most 1000 posts of one jurisdiction. */
    record Batch(@Nullable String jurisdiction, @Nullable List<OfferedPost> posts) {}

    /** {@code incidents}: one id per post, null for a rejected one. */
    record Receipt(int accepted, int known, List<Rejected> rejected, List<@Nullable UUID> incidents) {}

    /** A post that was not taken; {@code index} counts from 0. */
    record Rejected(int index, String code, String detail) {}

    @PostMapping
    Mono<Receipt> take(@RequestBody Batch batch, Caller caller) {
        String jurisdiction = jurisdiction(batch);
        if (!caller.has(jurisdiction, Role.INTEGRATION, Role.CURATOR, Role.ADMIN)) {
            throw Problem.forbidden(
                    "Сообщения принимаются от куратора, интеграции или администратора этой территории.");
        }
        List<OfferedPost> posts = posts(batch);
        return intake.take(jurisdiction, posts, Origin.API).map(outcome -> answer(posts.size(), outcome));
    }

    private String jurisdiction(Batch batch) {
        String jurisdiction = batch.jurisdiction();
        if (jurisdiction == null || regulations.find(jurisdiction).isEmpty()) {
            throw Problem.unprocessable(
                    "unknown-jurisdiction",
                    "Такой территории нет",
                    "Укажите jurisdiction — одну из: " + String.join(", ", regulations.ids()) + ".");
        }
        return jurisdiction;
    }

    private static List<OfferedPost> posts(Batch batch) {
        List<OfferedPost> posts = batch.posts();
        if (posts == null || posts.isEmpty() || posts.contains(null)) {
            throw Problem.unprocessable("no-posts", "Нет сообщений", "Положите в posts от 1 до 1000 сообщений.");
        }
        if (posts.size() > LARGEST_BATCH) {
            throw new Problem(
                    413, "too-many-posts", "Слишком много сообщений", "В одном запросе до 1000 сообщений.", null);
        }
        return posts;
    }

    private static Receipt answer(int offered, Outcome outcome) {
        if (offered == 1 && !outcome.refused().isEmpty()) {
            throw problem(outcome.refused().values().iterator().next());
        }
        return new Receipt(
                outcome.accepted(),
                outcome.known(),
                outcome.refused().entrySet().stream()
                        .map(entry -> new Rejected(
                                entry.getKey(),
                                entry.getValue().name(),
                                entry.getValue().detail()))
                        .toList(),
                outcome.incidents());
    }

    private static Problem problem(Refusal reason) {
        String code = reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new Problem(reason.status(), code, "Сообщение не принято", reason.detail(), null);
    }
}
