package otklik.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask for tokens: the console in the name of whoever signs in, and one client per person for scripts. */
final class Clients {

    static final String CONSOLE = "otklik-console";
    private static final Duration SCRIPT_TOKEN_LIFE = Duration.ofHours(1);

    private Clients() {}

    static List<RegisteredClient> of(IdentitySettings settings) {
        var all = new ArrayList<RegisteredClient>();
        all.add(console(settings));
        settings.people().forEach(person -> all.add(script(person)));
        return all;
    }

    /** A public client: it has no secret, so every code is bound to its browser by PKCE. */
    private static RegisteredClient console(IdentitySettings settings) {
        return RegisteredClient.withId(CONSOLE)
                .clientId(CONSOLE)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> origins(settings.issuer()).forEach(origin -> uris.add(origin + "/signed-in")))
                .postLogoutRedirectUris(uris -> origins(settings.issuer()).forEach(origin -> uris.add(origin + "/")))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.tokenLife())
                        .build())
                .build();
    }

    private static RegisteredClient script(Person person) {
        return RegisteredClient.withId(person.login())
                .clientId(person.login())
                .clientName(person.name())
                .clientSecret(person.password())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(SCRIPT_TOKEN_LIFE)
                        .build())
                .build();
    }

    /** The loopback address has two spellings, and people type either. */
    private static Stream<String> origins(String issuer) {
        return Stream.of(issuer, issuer.replace("//127.0.0.1", "//localhost")).distinct();
    }
}
