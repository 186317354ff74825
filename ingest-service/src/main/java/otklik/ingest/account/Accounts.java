package otklik.ingest.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import otklik.contracts.Channel;

/** The accounts of this installation, from its settings ({@code otklik.ingest.vk}). */
@ConfigurationProperties("otklik.ingest")
public record Accounts(List<VkAccount> vk) {

    /** @throws IllegalArgumentException if an account cannot work as it is set; the start fails with this sentence */
    public Accounts {
        for (VkAccount account : vk) {
            if (account.groupId() <= 0
                    || account.secret().isBlank()
                    || account.confirmation().isBlank()) {
                throw new IllegalArgumentException("otklik.ingest.vk: the account of " + account.jurisdiction()
                        + " needs a positive group-id, a secret and a confirmation code");
            }
        }
        vk = List.copyOf(vk);
    }

    public boolean hasVkOf(String jurisdiction) {
        return vk.stream().anyMatch(account -> account.jurisdiction().equals(jurisdiction));
    }

    public Optional<VkAccount> vk(String jurisdiction, long groupId) {
        return vk.stream()
                .filter(account -> account.jurisdiction().equals(jurisdiction) && account.groupId() == groupId)
                .findFirst();
    }

    /** The place a page is about, by the address of a post on it; null if nothing is known. */
    public @Nullable String home(Channel channel, Map<String, String> address) {
        String owner = address.get("owner_id");
        if (channel != Channel.VK || owner == null) {
            return null;
        }
        return vk.stream()
                .filter(account -> owner.equals("-" + account.groupId()))
                .map(VkAccount::home)
                .filter(home -> home != null && !home.isBlank())
                .findFirst()
                .orElse(null);
    }
}
