package otklik.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

class IdentityIT {

    private static final String ISSUER = "http://127.0.0.1:18080";
    private static final String CALLBACK = ISSUER + "/signed-in";

    @TempDir
    static Path data;

    static ConfigurableApplicationContext identity;
    static String origin;

    @BeforeAll
    static void start() {
        identity = run(data);
        origin = originOf(identity);
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @Test
    void script_getsATokenThatSaysWhoAndWhat() throws Exception {
        SignedJWT token = scriptToken(origin, "executor.altai");

        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(ISSUER);
        assertThat(claims.getSubject()).isEqualTo("executor.altai");
        assertThat(claims.getStringClaim("name")).isEqualTo("Игорь Савин");
        assertThat(claims.getStringClaim("email")).isEqualTo("executor.altai@otklik.example");
        assertThat(claims.getStringListClaim("otklik_grants"))
                .isEqualTo(List.of("executor@altai-krai/altai-krai.transport"));
    }

    @Test
    void wrongSecret_getsNoToken() throws Exception {
        var answer = new Browser(origin)
                .post(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials"),
                        "Authorization",
                        basic("admin", "x"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_client");
    }

    @Test
    void token_isStillGoodAfterARestart(@TempDir Path folder) throws Exception {
        SignedJWT token;
        try (var first = run(folder)) {
            token = scriptToken(originOf(first), "admin");
        }

        try (var second = run(folder)) {
            var keys = JWKSet.parse(
                    new Browser(originOf(second)).get("/oauth2/jwks").body());
            var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();

            assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        }
    }

    @Test
    void console_signsInByCodeAndProof() throws Exception {
        var browser = new Browser(origin);
        String verifier = "a-verifier-that-is-long-enough-for-the-standard-0123456789";
        String authorize = "/oauth2/authorize?" + Browser.encode(request(CALLBACK, challenge(verifier)));
        assertThat(browser.get(authorize).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));

        var signedIn = browser.signIn("curator.altai", "demo");
        assertThat(signedIn.statusCode()).isEqualTo(302);
        String back = browser.get(authorize).headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith(CALLBACK + "?code=").contains("state=s1");

        var exchange = Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "otklik-console",
                "redirect_uri",
                CALLBACK,
                "code",
                parameter(back, "code"),
                "code_verifier",
                verifier);
        var answer = browser.post("/oauth2/token", exchange);
        assertThat(answer.statusCode()).isEqualTo(200);
        var idToken = SignedJWT.parse(field(answer.body(), "id_token")).getJWTClaimsSet();
        assertThat(idToken.getStringClaim("name")).isEqualTo("Анна Белова");
        assertThat(idToken.getStringListClaim("otklik_grants")).containsExactly("curator@altai-krai");
    }

    @Test
    void consoleWithoutProof_isRefused() throws Exception {
        var browser = new Browser(origin);
        browser.signIn("curator.altai", "demo");

        var answer = browser.get("/oauth2/authorize?response_type=code&client_id=otklik-console&scope=openid&state=s1"
                + "&redirect_uri=" + CALLBACK);

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith(CALLBACK).contains("error=invalid_request"));
    }

    @Test
    void foreignRedirect_isRefused() throws Exception {
        var browser = new Browser(origin);
        browser.signIn("curator.altai", "demo");

        var answer = browser.get(
                "/oauth2/authorize?" + Browser.encode(request("https://attacker.example/signed-in", challenge("x"))));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void signInPage_offersTheDemoPeopleAsCards() throws Exception {
        String page = new Browser(origin).get("/login").body();

        assertThat(page).contains("Анна Белова", "data-login=\"curator.altai\"", "name=\"password\" value=\"demo\"");
    }

    @Test
    void wrongPassword_isSaidKindly() throws Exception {
        var browser = new Browser(origin);

        var answer = browser.signIn("curator.altai", "wrong");

        String to = answer.headers().firstValue("Location").orElseThrow();
        assertThat(to).endsWith("/login?error");
        assertThat(browser.get("/login?error").body()).contains("Логин или пароль не подошли");
    }

    @Test
    void signOut_forgetsThePerson() throws Exception {
        var browser = new Browser(origin);
        browser.signIn("curator.altai", "demo");

        assertThat(browser.get("/logout").statusCode()).isEqualTo(302);

        String authorize = "/oauth2/authorize?" + Browser.encode(request(CALLBACK, challenge("x")));
        assertThat(browser.get(authorize).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }

    @Test
    void discovery_namesOnlyTheIssuersAddress() throws Exception {
        String document =
                new Browser(origin).get("/.well-known/openid-configuration").body();

        assertThat(document).contains("\"issuer\":\"" + ISSUER + "\"").doesNotContain(origin);
    }

    private static ConfigurableApplicationContext run(Path folder) {
        return IdentityProvider.application()
                .run(
                        "--server.port=0",
                        "--otklik.identity.issuer=" + ISSUER,
                        "--otklik.identity.data=" + folder,
                        "--spring.main.banner-mode=off");
    }

    private static String originOf(ConfigurableApplicationContext context) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return "http://127.0.0.1:" + (server == null ? 0 : server.getPort());
    }

    private static SignedJWT scriptToken(String origin, String login) throws Exception {
        var answer = new Browser(origin)
                .post(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials"),
                        "Authorization",
                        basic(login, "demo"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return SignedJWT.parse(field(answer.body(), "access_token"));
    }

    private static Map<String, String> request(String redirect, String challenge) {
        return Map.of(
                "response_type", "code",
                "client_id", "otklik-console",
                "scope", "openid profile",
                "state", "s1",
                "redirect_uri", redirect,
                "code_challenge", challenge,
                "code_challenge_method", "S256");
    }

    private static String challenge(String verifier) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static String basic(String login, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String field(String json, String name) {
        var value = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        assertThat(value.find()).as("%s in %s", name, json).isTrue();
        return value.group(1);
    }

    private static String parameter(String address, String name) {
        var value = Pattern.compile("[?&]" + name + "=([^&]+)")
                .matcher(URI.create(address).toString());
        assertThat(value.find()).isTrue();
        return value.group(1);
    }
}
