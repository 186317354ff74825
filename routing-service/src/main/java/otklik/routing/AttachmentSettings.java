package otklik.routing;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import otklik.contracts.Channel;
import otklik.contracts.incident.Attachment;

/**
 * Files of replies.
 *
 * @param storage where the bytes are kept
 * @param photo largest photo, before and after it is cleaned
 * @param video largest video
 * @param document largest document
 * @param pixels most pixels of a photo; larger ones are refused before they are decoded
 * @param perIncident most files of one incident, sent or not
 * @param most files that a network takes with one reply
 * @param mostElsewhere the same for networks that {@code most} does not name
 * @param looseFor how long a file is kept that no draft ever named
 */
@ConfigurationProperties("otklik.routing.attachments")
public record AttachmentSettings(
        @DefaultValue("postgres") Storage storage,
        @DefaultValue("20MB") DataSize photo,
        @DefaultValue("200MB") DataSize video,
        @DefaultValue("20MB") DataSize document,
        @DefaultValue("100000000") long pixels,
        @DefaultValue("30") int perIncident,
        @DefaultValue Map<Channel, Integer> most,
        @DefaultValue("10") int mostElsewhere,
        @DefaultValue("30d") Duration looseFor,
        @Nullable S3 s3) {

    public AttachmentSettings {
        if (storage == Storage.S3 && (s3 == null || s3.bucket().isBlank())) {
            throw new IllegalArgumentException("otklik.routing.attachments.storage=s3 needs s3.bucket");
        }
    }

    /** Where bytes can be. */
    public enum Storage {
        POSTGRES,
        S3
    }

    /**
     * An S3-compatible store.
     *
     * @param endpoint its address; empty for Amazon's own of the region
     * @param accessKey empty: the usual places of the AWS SDK are asked (environment, profile, instance)
     */
    public record S3(
            @DefaultValue("") String endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String bucket,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey) {

        /** Without the keys: they stand in no log. */
        @Override
        public String toString() {
            return "s3:" + endpoint + "/" + bucket;
        }
    }

    public DataSize largest(Attachment.Kind kind) {
        return switch (kind) {
            case PHOTO -> photo;
            case VIDEO -> video;
            case DOCUMENT -> document;
        };
    }

    /** Of any kind, in bytes. */
    public long largest() {
        return Math.max(photo.toBytes(), Math.max(video.toBytes(), document.toBytes()));
    }

    public int most(Channel channel) {
        return most.getOrDefault(channel, mostElsewhere);
    }
}
