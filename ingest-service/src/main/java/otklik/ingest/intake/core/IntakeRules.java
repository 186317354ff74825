package otklik.ingest.intake.core;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;
import otklik.contracts.post.Author;
import otklik.contracts.post.Origin;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.contracts.post.PostReceived;

/** What every post must be like to come in, whichever way it takes (AK-2: every channel of the regulation is one a post can come from). */
public final class IntakeRules {

    /** Of one text, in bytes of UTF-8, after trimming. */
    public static final int LONGEST_TEXT = 64 * 1024;

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_DETAIL = 500;
    private static final int MOST_ADDRESS_PARTS = 20;

    private IntakeRules() {}

    /**
     * Checks a post and puts it into our form.
     *
     * @param receivedAt when it came: the moment of detection (AK-6, AK-8)
     */
    public static Verdict check(String jurisdiction, OfferedPost offered, Origin origin, Instant receivedAt) {
        try {
            return new Verdict.Accepted(accept(jurisdiction, offered, origin, receivedAt));
        } catch (Refused refused) {
            return new Verdict.Refused(refused.reason);
        }
    }

    private static PostReceived accept(String jurisdiction, OfferedPost offered, Origin origin, Instant receivedAt)
            throws Refused {
        return new PostReceived(
                jurisdiction,
                new PostKey(
                        known(offered.channel(), Channel::of, Refusal.UNKNOWN_CHANNEL),
                        externalId(offered.externalId())),
                offered.kind() == null ? PostKind.POST : known(offered.kind(), PostKind::of, Refusal.UNKNOWN_KIND),
                origin,
                url(offered.url()),
                text(offered.text()),
                author(offered.author()),
                address(offered.address()),
                time(offered.postedAt()),
                receivedAt,
                given(offered));
    }

    private static String text(@Nullable String offered) throws Refused {
        String text = Texts.clean(offered);
        if (text == null) {
            throw new Refused(Refusal.EMPTY_TEXT);
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT) {
            throw new Refused(Refusal.TEXT_TOO_LONG);
        }
        return text;
    }

    private static String externalId(@Nullable String offered) throws Refused {
        String id = Texts.clean(offered);
        if (id == null) {
            throw new Refused(Refusal.NO_EXTERNAL_ID);
        }
        if (Texts.isLonger(id, LONGEST_ID)) {
            throw new Refused(Refusal.EXTERNAL_ID_TOO_LONG);
        }
        return id;
    }

    /** A link that the console will show: never {@code javascript:} or the like. */
    private static @Nullable String url(@Nullable String offered) throws Refused {
        String url = Texts.clean(offered);
        if (url == null) {
            return null;
        }
        boolean isWeb = url.regionMatches(true, 0, "https://", 0, 8) || url.regionMatches(true, 0, "http://", 0, 7);
        if (!isWeb || Texts.isLonger(url, LONGEST_URL)) {
            throw new Refused(Refusal.BAD_URL);
        }
        return url;
    }

    private static @Nullable Author author(OfferedPost.@Nullable Author offered) throws Refused {
        if (offered == null) {
            return null;
        }
        return new Author(detail(offered.externalId()), detail(offered.name()), url(offered.profileUrl()));
    }

    private static Map<String, String> address(@Nullable Map<String, String> offered) throws Refused {
        Map<String, String> address = new LinkedHashMap<>();
        for (Map.Entry<String, String> part :
                Optional.ofNullable(offered).orElse(Map.of()).entrySet()) {
            String name = detail(part.getKey());
            String value = detail(part.getValue());
            if (name != null && value != null) {
                address.put(name, value);
            }
        }
        if (address.size() > MOST_ADDRESS_PARTS) {
            throw new Refused(Refusal.TOO_MUCH_DETAIL);
        }
        return address;
    }

    private static @Nullable Instant time(@Nullable String offered) throws Refused {
        String text = Texts.clean(offered);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Refused(Refusal.BAD_TIME);
        }
    }

    private static PostReceived.@Nullable Given given(OfferedPost offered) throws Refused {
        String group = detail(offered.topicGroup());
        String topic = detail(offered.topic());
        String location = detail(offered.location());
        return group == null && topic == null && location == null
                ? null
                : new PostReceived.Given(group, topic, location);
    }

    private static @Nullable String detail(@Nullable String offered) throws Refused {
        String text = Texts.clean(offered);
        if (Texts.isLonger(text, LONGEST_DETAIL)) {
            throw new Refused(Refusal.TOO_MUCH_DETAIL);
        }
        return text;
    }

    private static <T> T known(@Nullable String name, Function<String, T> vocabulary, Refusal otherwise)
            throws Refused {
        try {
            return vocabulary.apply(name == null ? "" : name.strip());
        } catch (IllegalArgumentException e) {
            throw new Refused(otherwise);
        }
    }

    /** Carries a refusal out of the depth of one check; never leaves this class. */
    private static final class Refused extends Exception {

        private final transient Refusal reason;

        Refused(Refusal reason) {
            super(null, null, false, false);
            this.reason = reason;
        }
    }
}
