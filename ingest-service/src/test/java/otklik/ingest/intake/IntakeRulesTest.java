package otklik.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.contracts.Channel;
import otklik.contracts.post.Author;
import otklik.contracts.post.Origin;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.contracts.post.PostReceived;
import otklik.ingest.intake.core.IntakeRules;
import otklik.ingest.intake.core.OfferedPost;
import otklik.ingest.intake.core.Refusal;
import otklik.ingest.intake.core.Verdict;
import otklik.testkit.Clause;

class IntakeRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @Test
    void fullPost_isTakenFieldByField() {
        OfferedPost offered = new OfferedPost(
                "ok",
                " 17 ",
                "message",
                "https://ok.ru/x",
                "  Нет воды \u0000 ",
                new OfferedPost.Author("9", "Имя", "https://ok.ru/9"),
                Map.of("discussion", "5"),
                "2026-11-22T09:00:00+07:00",
                "ЖКХ",
                null,
                "Бийск");

        assertThat(check(offered))
                .isEqualTo(new Verdict.Accepted(new PostReceived(
                        "altai-krai",
                        new PostKey(Channel.OK, "17"),
                        PostKind.MESSAGE,
                        Origin.API,
                        "https://ok.ru/x",
                        "Нет воды",
                        new Author("9", "Имя", "https://ok.ru/9"),
                        Map.of("discussion", "5"),
                        Instant.parse("2026-11-22T02:00:00Z"),
                        NOW,
                        new PostReceived.Given("ЖКХ", null, "Бийск"))));
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    @Clause("AK-2")
    void everyChannel_isOneAPostCanComeFrom(Channel channel) {
        assertThat(check(post(channel.wire(), "1", "Нет воды", null, null))).isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u0000", " \n\t "})
    void textWithoutALetter_isEmpty(String text) {
        assertThat(refusal(post("vk", "1", text, null, null))).isEqualTo(Refusal.EMPTY_TEXT);
    }

    @Test
    void textOf64KiB_isTakenAndOneByteMoreIsNot() {
        String longest = "я".repeat(32 * 1024);

        assertThat(check(post("vk", "1", longest, null, null))).isInstanceOf(Verdict.Accepted.class);
        assertThat(refusal(post("vk", "1", longest + "a", null, null))).isEqualTo(Refusal.TEXT_TOO_LONG);
    }

    @Test
    void loneSurrogates_areReplacedSoThatTheTextCanBeWritten() {
        Verdict.Accepted taken = (Verdict.Accepted) check(post("vk", "1", "\uD800ямы 😀", null, null));

        assertThat(taken.post().text()).isEqualTo("\uFFFDямы 😀");
    }

    @Test
    void eachFault_hasItsOwnRefusal() {
        assertThat(Arrays.asList(
                        refusal(post("fax", "1", "т", null, null)),
                        refusal(post(null, "1", "т", null, null)),
                        refusal(post("vk", " ", "т", null, null)),
                        refusal(post("vk", "1".repeat(201), "т", null, null)),
                        refusal(post("vk", "1", "т", "javascript:alert(1)", null)),
                        refusal(post("vk", "1", "т", null, "вчера"))))
                .containsExactly(
                        Refusal.UNKNOWN_CHANNEL,
                        Refusal.UNKNOWN_CHANNEL,
                        Refusal.NO_EXTERNAL_ID,
                        Refusal.EXTERNAL_ID_TOO_LONG,
                        Refusal.BAD_URL,
                        Refusal.BAD_TIME);
    }

    private static OfferedPost post(
            @Nullable String channel, String id, String text, @Nullable String url, @Nullable String postedAt) {
        return new OfferedPost(channel, id, null, url, text, null, null, postedAt, null, null, null);
    }

    private static Verdict check(OfferedPost offered) {
        return IntakeRules.check("altai-krai", offered, Origin.API, NOW);
    }

    private static Refusal refusal(OfferedPost offered) {
        return ((Verdict.Refused) check(offered)).reason();
    }
}
