package otklik.publisher.reply;

import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import otklik.contracts.incident.Attachment;
import otklik.publisher.reply.VkSettings.Account;
import otklik.publisher.reply.core.Upload;

/**
 * Brings the files of a reply to the network, one at a time, before its comment is written. A row is leased meanwhile and not marked as being
 * sent: whoever dies here is followed by somebody who uploads the same file again, which nobody sees. Blocks its thread.
 */
final class ReplyUploads {

    private static final Logger log = LoggerFactory.getLogger(ReplyUploads.class);
    private static final Duration DATABASE = Duration.ofSeconds(20);
    /** Calls that one upload makes with the account's key. */
    private static final int CALLS = 2;

    private final VkSettings vk;
    private final ReplySettings settings;
    private final ReplyFiles files;
    private final FileSource source;
    private final VkUploader uploader;
    private final ReplySender sender;
    private final ReplyMetrics metrics;
    private final RateLimiterRegistry rates;
    private final InstantSource time;

    ReplyUploads(
            VkSettings vk,
            ReplySettings settings,
            ReplyFiles files,
            FileSource source,
            VkUploader uploader,
            ReplySender sender,
            ReplyMetrics metrics,
            RateLimiterRegistry rates,
            InstantSource time) {
        this.vk = vk;
        this.settings = settings;
        this.files = files;
        this.source = source;
        this.uploader = uploader;
        this.sender = sender;
        this.metrics = metrics;
        this.rates = rates;
        this.time = time;
    }

    /** Longer than fetching a file and all calls of its upload may take. */
    Duration lease() {
        return vk.uploadTimeout().plus(vk.callTimeout().multipliedBy(4)).plus(source.timeout());
    }

    /** Uploads the next file of a leased reply and says how that reply goes on. */
    void upload(Reply reply) {
        Attachment file = files.missing(reply.id()).block(DATABASE);
        if (file == null) {
            return;
        }
        Upload upload = vk.account(reply.jurisdiction())
                .map(account -> upload(reply, file, account))
                .orElseGet(() -> new Upload.NotYet("no account for " + reply.jurisdiction()));
        metrics.uploaded(upload);
        if (upload instanceof Upload.Done(String remote)) {
            files.uploaded(reply.id(), file.id(), remote).block(DATABASE);
            log.info("File {} of reply {} is {} at the network", file.id(), reply.id(), remote);
        }
        Instant now = time.instant();
        sender.record(reply, reply.attempt().after(upload, now, settings.waiting()), now);
    }

    private Upload upload(Reply reply, Attachment file, Account account) {
        if (!rates.rateLimiter(account.name()).acquirePermission(CALLS)) {
            return new Upload.NotYet("our own limit of calls");
        }
        try {
            Path bytes = Files.createTempFile("otklik-upload", ".tmp");
            try {
                @Nullable
                Upload trouble = source.fetch(reply.incidentId(), file, bytes).block();
                return trouble == null
                        ? Objects.requireNonNullElseGet(
                                uploader.upload(file, bytes, account).block(), () -> new Upload.NotYet("no answer"))
                        : trouble;
            } finally {
                Files.deleteIfExists(bytes);
            }
        } catch (IOException e) {
            return new Upload.NotYet("our own disk: " + e.getMessage());
        }
    }
}
