package otklik.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import otklik.contracts.access.Caller;

/** A real OpenID issuer in miniature: discovery, keys, and tokens for anybody the test wants. One per JVM. */
public final class TestIssuer {

    private static final TestIssuer SHARED = new TestIssuer();

    private final RSAKey key;
    private final String address;

    private TestIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            address = "http://127.0.0.1:" + server.getAddress().getPort();
            server.createContext("/jwks", exchange -> answer(exchange, new JWKSet(key).toString(true)));
            server.createContext("/token", exchange -> answer(exchange, clientToken(exchange)));
            server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address to set as {@code OTKLIK_ISSUER}. */
    public static String address() {
        return SHARED.address;
    }

    /** @param grants as in tokens, e.g. {@code executor@altai-krai/altai-krai.transport} */
    public static String token(String login, String... grants) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(SHARED.key.getKeyID())
                            .build(),
                    SHARED.claims(login, grants));
            token.sign(new RSASSASigner(SHARED.key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of an {@code Authorization} header. */
    public static String bearer(String login, String... grants) {
        return "Bearer " + token(login, grants);
    }

    /** For a program that comes with its name and secret, whatever the secret: what a program of the installation may. */
    private static String clientToken(HttpExchange exchange) {
        String sent = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String known =
                new String(Base64.getDecoder().decode(sent.substring(sent.indexOf(' ') + 1)), StandardCharsets.UTF_8);
        String client = known.substring(0, known.indexOf(':'));
        return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                .formatted(token(client, "integration@*"));
    }

    private JWTClaimsSet claims(String login, String... grants) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address)
                .subject(login)
                .claim("name", "Имя " + login)
                .claim(Caller.GRANTS_CLAIM, List.of(grants))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .build();
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",\
                "subject_types_supported":["public"],"response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}\
                """.formatted(address);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
