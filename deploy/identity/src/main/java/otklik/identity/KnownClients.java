package otklik.identity;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** The clients of the settings; the id of a client is its name. Two people may have the same password, unlike in the library's own. */
final class KnownClients implements RegisteredClientRepository {

    private final Map<String, RegisteredClient> byId;

    KnownClients(IdentitySettings settings) {
        byId = Clients.of(settings).stream().collect(Collectors.toMap(RegisteredClient::getId, Function.identity()));
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients come from the settings; " + client.getId() + " is not stored");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return byId.get(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return byId.get(clientId);
    }
}
