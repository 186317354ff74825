package otklik.publisher.reply;

import java.util.LinkedHashMap;
import java.util.Map;
import otklik.publisher.reply.VkSettings.Account;
import otklik.publisher.reply.core.Outcome;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Writes a comment with the community's token. The row's guid lets VK know a repeat, as far as it does. */
final class VkWriter {

    private final VkCall vk;

    VkWriter(VkCall vk) {
        this.vk = vk;
    }

    /** @param attachments names of uploaded files, comma separated; empty without any */
    Mono<Outcome> comment(Reply reply, String attachments, Account account) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("owner_id", Long.toString(reply.target().owner()));
        parameters.put("post_id", Long.toString(reply.target().post()));
        parameters.put("from_group", Long.toString(account.groupId()));
        parameters.put("message", reply.text());
        parameters.put("guid", reply.guid());
        if (!attachments.isEmpty()) {
            parameters.put("attachments", attachments);
        }
        if (reply.target().replyTo() != null) {
            parameters.put("reply_to_comment", reply.target().replyTo().toString());
        }
        return vk.call("wall.createComment", account.communityToken(), parameters)
                .map(VkWriter::outcome);
    }

    private static Outcome outcome(VkCall.Answer answer) {
        return switch (answer) {
            case VkCall.Answer.Failure failure -> new Outcome.Declined(failure.code(), failure.message());
            case VkCall.Answer.NotSent notSent -> new Outcome.NotSent(notSent.why());
            case VkCall.Answer.Unclear unclear -> new Outcome.Unclear(unclear.why());
            case VkCall.Answer.Response response -> created(response.body());
        };
    }

    private static Outcome created(JsonNode body) {
        JsonNode parents = body.path("parents_stack");
        return body.path("comment_id").isIntegralNumber()
                ? new Outcome.Done(
                        body.path("comment_id").asLong(),
                        parents.isEmpty() ? null : parents.path(0).asLong())
                : new Outcome.Unclear("a response without comment_id");
    }
}
