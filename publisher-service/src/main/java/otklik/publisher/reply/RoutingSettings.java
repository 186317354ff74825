package otklik.publisher.reply;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the files of replies come from.
 *
 * @param url of routing-service
 * @param issuer that gives this service its token
 * @param clientId this service at the issuer; needs {@code integration@*}
 * @param timeout for a whole file
 */
@ConfigurationProperties("otklik.publisher.routing")
record RoutingSettings(
        String url,
        String issuer,
        String clientId,
        String clientSecret,
        @DefaultValue("2m") Duration timeout) {

    /** Without the secret: it stands in no log. */
    @Override
    public String toString() {
        return clientId + " at " + url;
    }
}
