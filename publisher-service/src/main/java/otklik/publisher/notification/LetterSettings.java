package otklik.publisher.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import otklik.publisher.notification.core.Patience;

/**
 * How letters are sent.
 *
 * @param from address of the sender
 * @param consoleUrl address of the console, for links
 * @param firstPause after the first failure; doubles with each further one
 * @param longestPause where the doubling ends
 * @param giveUpAfter so long after it was to be told a letter tells nobody anything
 * @param catchUp people who become known so long after something was to be told are still told of it
 * @param burst so many letters about deadlines a person gets one after the other; what comes then is gathered
 * @param gather so long after the first of these it leaves, as one letter
 */
@ConfigurationProperties("otklik.publisher.letter")
record LetterSettings(
        String from,
        String consoleUrl,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("10m") Duration catchUp,
        @DefaultValue("4") int burst,
        @DefaultValue("15m") Duration gather) {

    Patience patience() {
        return new Patience(firstPause, longestPause, giveUpAfter);
    }
}
