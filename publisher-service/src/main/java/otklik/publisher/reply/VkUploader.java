package otklik.publisher.reply;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import otklik.contracts.incident.Attachment;
import otklik.contracts.publication.RefusalReason;
import otklik.publisher.reply.VkSettings.Account;
import otklik.publisher.reply.core.Carriage;
import otklik.publisher.reply.core.Treatment;
import otklik.publisher.reply.core.Upload;
import otklik.publisher.reply.core.VkErrors;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Uploads a file to VK in its three steps: where to, the bytes, save. A photo goes to the wall with the key of a person; without one, or when
 * VK does not take that key any more, it goes as a document with the key of the community, and people see it all the same.
 */
final class VkUploader {

    private final VkCall vk;

    VkUploader(VkCall vk) {
        this.vk = vk;
    }

    Mono<Upload> upload(Attachment file, Path bytes, Account account) {
        return switch (Carriage.way(file.kind(), account.hasUserToken())) {
            case WALL_PHOTO ->
                photo(file, bytes, account)
                        .flatMap(upload -> isKeyRefused(upload) ? document(file, bytes, account) : Mono.just(upload));
            case DOCUMENT -> document(file, bytes, account);
        };
    }

    private static boolean isKeyRefused(Upload upload) {
        return upload instanceof Upload.Declined declined
                && VkErrors.of(declined.code()) instanceof Treatment.RestAccount rest
                && rest.reason() == RefusalReason.AUTH;
    }

    private Mono<Upload> photo(Attachment file, Path bytes, Account account) {
        String key = account.userToken();
        Map<String, String> group = Map.of("group_id", Long.toString(account.groupId()));
        return vk.call("photos.getWallUploadServer", key, group)
                .flatMap(answer -> then(answer, server -> vk.upload(address(server), "photo", file, bytes)))
                .flatMap(step -> then(
                        step,
                        sent -> vk.call(
                                "photos.saveWallPhoto",
                                key,
                                Map.of(
                                        "group_id", Long.toString(account.groupId()),
                                        "photo", sent.path("photo").asString(""),
                                        "server", sent.path("server").asString(""),
                                        "hash", sent.path("hash").asString("")))))
                .map(step -> saved(step, saved -> saved.path(0), "photo"));
    }

    private Mono<Upload> document(Attachment file, Path bytes, Account account) {
        String key = account.communityToken();
        Map<String, String> group = Map.of("group_id", Long.toString(account.groupId()));
        return vk.call("docs.getWallUploadServer", key, group)
                .flatMap(answer -> then(answer, server -> vk.upload(address(server), "file", file, bytes)))
                .flatMap(step -> then(
                        step,
                        sent -> vk.call(
                                "docs.save",
                                key,
                                Map.of("file", sent.path("file").asString(""), "title", file.name()))))
                .map(step -> saved(step, saved -> saved.path("doc"), "doc"));
    }

    private static String address(JsonNode server) {
        return server.path("upload_url").asString("");
    }

    private static Mono<VkCall.Answer> then(VkCall.Answer answer, Function<JsonNode, Mono<VkCall.Answer>> step) {
        return answer instanceof VkCall.Answer.Response(JsonNode body) ? step.apply(body) : Mono.just(answer);
    }

    private static Upload saved(VkCall.Answer answer, Function<JsonNode, JsonNode> where, String type) {
        return switch (answer) {
            case VkCall.Answer.Failure failure -> new Upload.Declined(failure.code(), failure.message());
            case VkCall.Answer.NotSent notSent -> new Upload.NotYet(notSent.why());
            case VkCall.Answer.Unclear unclear -> new Upload.NotYet(unclear.why());
            case VkCall.Answer.Response response -> named(where.apply(response.body()), type);
        };
    }

    private static Upload named(JsonNode file, String type) {
        if (!file.path("id").isIntegralNumber() || !file.path("owner_id").isIntegralNumber()) {
            return new Upload.NotYet("an answer without the id of the " + type);
        }
        String key = file.path("access_key").asString("");
        return new Upload.Done(type + file.path("owner_id").asLong() + "_"
                + file.path("id").asLong() + (key.isEmpty() ? "" : "_" + key));
    }
}
