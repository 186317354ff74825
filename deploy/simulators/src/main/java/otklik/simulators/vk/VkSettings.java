package otklik.simulators.vk;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What exists in the simulated VK and how strict it is.
 *
 * @param minimumVersion calls with an older {@code v} are refused with error 8
 * @param communities the communities and their walls
 * @param tokens access tokens; every one of them opens nothing but this simulator
 * @param servers the Callback API servers of the communities
 * @param behaviour where the real VK is uncertain or differs by account; can be changed while it runs
 * @param callback pace of the Callback API sender
 */
@ConfigurationProperties("otklik.simulators.vk")
public record VkSettings(
        @DefaultValue("5.81") String minimumVersion,
        List<Community> communities,
        List<Token> tokens,
        @DefaultValue List<Server> servers,
        @DefaultValue Behaviour behaviour,
        @DefaultValue Callback callback) {

    /**
     * A community.
     *
     * @param id positive, as in {@code group_id}
     * @param zone zone of the times shown on the page
     * @param posts texts of its own posts that stand on the wall from the beginning and raise no event
     */
    public record Community(
            long id,
            String name,
            String screenName,
            @DefaultValue("Europe/Moscow") ZoneId zone,
            @DefaultValue List<String> posts) {

        public long ownerId() {
            return -id;
        }
    }

    /**
     * An access token.
     *
     * @param id user id, community id or application id, by kind
     * @param manages communities a user is an editor of; only for users
     */
    public record Token(
            String value,
            TokenKind kind,
            long id,
            @DefaultValue List<Long> manages) {

        /** Names the holder without giving the token away. */
        public String holder() {
            return kind + "/" + id;
        }
    }

    /** Kind of access token, named as VK's schema names it: user, group, service. */
    public enum TokenKind {
        USER,
        GROUP,
        SERVICE
    }

    /**
     * A server of the Callback API.
     *
     * @param confirmation what the server has to answer to the confirmation request
     */
    public record Server(
            long communityId, String url, @Nullable String secret, String confirmation) {}

    /**
     * Switches.
     *
     * @param guidHonoured whether a repeated {@code guid} gives the first answer instead of a second comment
     * @param guidWindow how long a {@code guid} is remembered
     * @param rateLimited whether calls over the rate are refused with error 6
     * @param userRate calls per second and user token
     * @param groupRate calls per second and community token
     * @param serviceRate calls per second and service token
     * @param messageLimit longest comment in UTF-16 characters
     * @param tooLongCode error for a longer one
     * @param noPostCode error for a post that is deleted or was never there: 15 or 104
     * @param mostAttachments files under one comment; more are refused with error 100
     * @param linksForbidden whether comments with links are refused with error 222
     */
    public record Behaviour(
            @DefaultValue("true") boolean guidHonoured,
            @DefaultValue("1h") Duration guidWindow,
            @DefaultValue("true") boolean rateLimited,
            @DefaultValue("3") int userRate,
            @DefaultValue("20") int groupRate,
            @DefaultValue("5") int serviceRate,
            @DefaultValue("4096") int messageLimit,
            @DefaultValue("100") int tooLongCode,
            @DefaultValue("15") int noPostCode,
            @DefaultValue("2") int mostAttachments,
            @DefaultValue("false") boolean linksForbidden) {}

    /**
     * Pace of the sender, in real time.
     *
     * @param timeout an answer that takes longer counts as none, and the event is sent again
     * @param firstPause pause after the first failure; doubles with each further one
     * @param longestPause where the doubling ends
     * @param failuresToStop so many failures in a row make the server {@code failed}
     * @param stopPause how long a failed server is left alone
     */
    public record Callback(
            @DefaultValue("8s") Duration timeout,
            @DefaultValue("1s") Duration firstPause,
            @DefaultValue("30s") Duration longestPause,
            @DefaultValue("10") int failuresToStop,
            @DefaultValue("30s") Duration stopPause) {}
}
