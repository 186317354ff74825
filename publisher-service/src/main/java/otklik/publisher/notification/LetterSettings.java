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
 * @param giveUpAfter so long after the incident came to the organ a letter tells nobody anything
 * @param catchUp people who become known so long after an incident came to their organ are still told of it
 */
@ConfigurationProperties("otklik.publisher.letter")
record LetterSettings(
        String from,
        String consoleUrl,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("10m") Duration catchUp) {

    Patience patience() {
        return new Patience(firstPause, longestPause, giveUpAfter);
    }
}
