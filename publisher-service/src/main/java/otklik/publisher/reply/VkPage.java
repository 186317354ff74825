package otklik.publisher.reply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.publisher.reply.VkSettings.Account;
import otklik.publisher.reply.core.Target;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Reads back the comments among which a reply would stand, newest first, as far as a given instant. Uses the service token: a community token
 * may not read what it may write.
 */
final class VkPage {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;
    private static final int THREAD_PREVIEW = 10;

    private final VkCall vk;

    VkPage(VkCall vk) {
        this.vk = vk;
    }

    /** A comment as the page shows it. */
    record Comment(
            long id,
            long from,
            Instant at,
            String text,
            @Nullable Long replyTo,
            @Nullable Long thread) {}

    /** What was read; {@code gap} says why that is not everything, null if it is. */
    record Reading(List<Comment> comments, @Nullable String gap) {}

    Mono<Reading> read(Target target, Account account, Instant since) {
        if (target.replyTo() == null) {
            return new Level(target, account, null, since).read();
        }
        return target.thread() != null
                ? new Level(target, account, target.thread(), since).read()
                : find(target, target.replyTo(), account, since);
    }

    /** Finds out which thread the answered comment belongs to, and reads that. */
    private Mono<Reading> find(Target target, Long replyTo, Account account, Instant since) {
        Level wall = new Level(target, account, null, Instant.EPOCH);
        return wall.read()
                .flatMap(reading -> reading.comments().stream()
                        .filter(comment -> comment.id() == replyTo)
                        .findFirst()
                        .map(comment -> new Level(
                                        target, account, comment.thread() == null ? replyTo : comment.thread(), since)
                                .read())
                        .orElseGet(() -> Mono.just(
                                reading.gap() == null && wall.cut
                                        ? new Reading(
                                                reading.comments(),
                                                "the thread of comment " + replyTo + " is not known")
                                        : reading)));
    }

    /** One level being read page by page: the first one with the beginnings of its threads, or a thread. */
    private final class Level {

        private final Target target;
        private final Account account;
        private final @Nullable Long thread;
        private final Instant since;
        private final List<Comment> found = new ArrayList<>();
        private boolean cut;

        Level(Target target, Account account, @Nullable Long thread, Instant since) {
            this.target = target;
            this.account = account;
            this.thread = thread;
            this.since = since;
        }

        Mono<Reading> read() {
            return page(0);
        }

        private Mono<Reading> page(int number) {
            return vk.call("wall.getComments", account.serviceToken(), parameters(number))
                    .flatMap(answer -> switch (answer) {
                        case VkCall.Answer.Failure failure -> ended("VK " + failure.code() + ": " + failure.message());
                        case VkCall.Answer.NotSent notSent -> ended(notSent.why());
                        case VkCall.Answer.Unclear unclear -> ended(unclear.why());
                        case VkCall.Answer.Response response ->
                            next(number, response.body().path("items"));
                    });
        }

        private Mono<Reading> next(int number, JsonNode items) {
            items.forEach(this::take);
            if (items.size() < PAGE
                    || comment(items.path(items.size() - 1)).at().isBefore(since)) {
                return ended(null);
            }
            return number + 1 < MOST_PAGES ? page(number + 1) : ended("more than " + MOST_PAGES * PAGE + " comments");
        }

        private void take(JsonNode item) {
            found.add(comment(item));
            JsonNode answers = item.path("thread");
            answers.path("items").forEach(answer -> found.add(comment(answer)));
            cut |= answers.path("count").asInt(0) > answers.path("items").size();
        }

        private Mono<Reading> ended(@Nullable String gap) {
            return Mono.just(new Reading(List.copyOf(found), gap));
        }

        private Map<String, String> parameters(int number) {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("owner_id", Long.toString(target.owner()));
            parameters.put("post_id", Long.toString(target.post()));
            parameters.put("sort", "desc");
            parameters.put("count", Integer.toString(PAGE));
            parameters.put("offset", Integer.toString(number * PAGE));
            parameters.put("preview_length", "0");
            if (thread != null) {
                parameters.put("comment_id", thread.toString());
            } else if (target.replyTo() != null) {
                parameters.put("thread_items_count", Integer.toString(THREAD_PREVIEW));
            }
            return parameters;
        }
    }

    private static Comment comment(JsonNode item) {
        JsonNode parents = item.path("parents_stack");
        JsonNode replyTo = item.path("reply_to_comment");
        return new Comment(
                item.path("id").asLong(0),
                item.path("from_id").asLong(0),
                Instant.ofEpochSecond(item.path("date").asLong(0)),
                item.path("text").asString(""),
                replyTo.isIntegralNumber() ? replyTo.asLong() : null,
                parents.isEmpty() ? null : parents.path(0).asLong());
    }
}
