package otklik.publisher.reply;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * VK and our accounts there.
 *
 * @param apiBase address that method names are appended to
 * @param pageBase address of the pages, for permalinks
 * @param version of the API
 * @param callTimeout a whole call, from the first byte to the last
 * @param uploadTimeout the bytes of one file
 * @param attachments how many files VK takes under one comment; it documents no number, two always went through
 * @param callsPerSecond per token; VK allows a community 20
 * @param accounts by jurisdiction
 */
@ConfigurationProperties("otklik.publisher.vk")
record VkSettings(
        String apiBase,
        @DefaultValue("https://vk.com") String pageBase,
        @DefaultValue("5.199") String version,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration callTimeout,
        @DefaultValue("2m") Duration uploadTimeout,
        @DefaultValue("2") int attachments,
        @DefaultValue("16") int callsPerSecond,
        @DefaultValue Map<String, Account> accounts) {

    Optional<Account> account(String jurisdiction) {
        return Optional.ofNullable(accounts.get(jurisdiction));
    }

    /**
     * A community.
     *
     * @param groupId positive
     * @param communityToken writes comments
     * @param serviceToken reads them, which a community token may not
     * @param userToken of somebody who edits the community: uploads photos to its wall; empty: photos go as documents
     */
    record Account(
            long groupId,
            String communityToken,
            String serviceToken,
            @DefaultValue("") String userToken) {

        boolean hasUserToken() {
            return !userToken.isBlank();
        }

        String name() {
            return "vk:" + groupId;
        }

        /** Without the tokens: they stand in no log. */
        @Override
        public String toString() {
            return name();
        }
    }
}
