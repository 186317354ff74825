package otklik.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a post stands and where its reply goes (AK-2, VP-4, KH-1, LP-2). On the wire: lower case, {@code video-hosting}. */
public enum Channel {
    VK,
    OK,
    TELEGRAM,
    MAX,
    FACEBOOK,
    INSTAGRAM,
    TWITTER,
    VIDEO_HOSTING,
    MESSENGER,
    SITE;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException naming the channels that are known */
    @JsonCreator
    public static Channel of(String wire) {
        return Arrays.stream(values())
                .filter(channel -> channel.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown channel '" + wire + "'; known: "
                        + Arrays.stream(values()).map(Channel::wire).collect(Collectors.joining(", "))));
    }
}
