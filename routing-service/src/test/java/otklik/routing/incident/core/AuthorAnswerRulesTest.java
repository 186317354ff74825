package otklik.routing.incident.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;

/** Which comment is the author's answer; that it is the author's is looked up before. */
class AuthorAnswerRulesTest {

    private static final Instant DETECTED = Instant.parse("2026-11-23T03:00:00Z");
    private static final Instant ASKED = Instant.parse("2026-11-23T05:00:00.700Z");
    private static final Instant ANSWERED = Instant.parse("2026-11-23T05:10:00Z");
    private static final String ORGAN = "altai-krai.transport";
    private static final UUID REPLY = new UUID(1, 2);
    private static final Map<String, String> POST = Map.of("owner_id", "-5", "post_id", "77");
    private static final Map<String, String> COMMENT = Map.of("owner_id", "-5", "post_id", "77", "comment_id", "498");
    /** Under our question, which is the comment 512. */
    private static final Map<String, String> UNDER_512 = under("512");

    @Test
    void commentUnderTheAuthorsPost_isTheAnswerAndTheOrganGoesOn() {
        Incident asked = asked(POST);

        Heard heard = AuthorAnswerRules.hear(asked, comment(under("9001"), "Ленина, 5", ANSWERED));

        Fact fact = new StepFact.AuthorAnswered(ORGAN, "Ленина, 5", "https://vk.com/c", ANSWERED);
        assertThat(heard).isEqualTo(new Heard.Answer(fact));
        Incident after = asked.after(List.of(fact));
        assertThat(after.state()).isEqualTo(State.IN_WORK);
        assertThat(after.marks().authorSaid()).isEqualTo("Ленина, 5");
        assertThat(after.marks().authorComment()).isEqualTo(new Marks.Comment("https://vk.com/c", ANSWERED));
        assertThat(after.marks().withoutAuthor().authorComment()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "498, 77, -5, Answer", // under the author's own comment
        "512, 77, -5, Answer", // under our question, where that stands by itself
        "499, 77, -5, Nothing", // another thread
        "498, 78, -5, Nothing", // another post
        "498, 77, -6, Nothing", // another wall
    })
    void answerToAComment_standsInItsThreadOrUnderOurQuestion(String root, String post, String wall, String heard) {
        Map<String, String> address =
                Map.of("owner_id", wall, "post_id", post, "comment_id", "600", "parents", root + ",599");

        assertThat(name(AuthorAnswerRules.hear(asked(COMMENT), comment(address, "Дом 5", ANSWERED))))
                .isEqualTo(heard);
    }

    @Test
    void answerOfAnAuthorWhoAnsweredSomebody_standsInThatThread() {
        Incident asked = asked(under("300"));

        assertThat(AuthorAnswerRules.hear(asked, comment(under("300"), "Дом 5", ANSWERED)))
                .isInstanceOf(Heard.Answer.class);
        assertThat(AuthorAnswerRules.hear(asked, comment(under("498"), "Дом 5", ANSWERED)))
                .isEqualTo(new Heard.Nothing());
    }

    @Test
    void whatWasWrittenBeforeTheQuestion_isNoAnswer() {
        assertThat(name(AuthorAnswerRules.hear(asked(POST), comment(under("9001"), "Да", ASKED.minusMillis(701)))))
                .isEqualTo("Nothing");
        assertThat(name(AuthorAnswerRules.hear(asked(POST), comment(under("9001"), "Да", ASKED.minusMillis(700)))))
                .isEqualTo("Answer");
    }

    @Test
    void whatHangsOnAQuestionPlacedByHand_isAnAnswerThoughRecordedLater() {
        Incident asked = onItsWay(POST).after(List.of(published("https://vk.com/wall-5_77?reply=512", true)));
        Instant beforeItWasRecorded = ASKED.minusSeconds(600);

        assertThat(name(AuthorAnswerRules.hear(asked, comment(UNDER_512, "Да", beforeItWasRecorded))))
                .isEqualTo("Answer");
        assertThat(name(AuthorAnswerRules.hear(asked, comment(under("9001"), "Да", beforeItWasRecorded))))
                .isEqualTo("Nothing");
    }

    @Test
    void questionWithinAThread_saysNothingOfWhatHangsThere() {
        Incident asked =
                onItsWay(COMMENT).after(List.of(published("https://vk.com/wall-5_77?reply=512&thread=498", false)));

        assertThat(AuthorAnswerRules.listensTo(asked)).containsExactly("vk:-5_77/498");
        assertThat(name(AuthorAnswerRules.hear(asked, comment(under("498"), "Да", ASKED.minusSeconds(60)))))
                .isEqualTo("Nothing");
    }

    @Test
    void whileTheQuestionIsOnItsWay_itIsEarly() {
        assertThat(AuthorAnswerRules.hear(onItsWay(POST), comment(under("9001"), "Дом 5", ANSWERED)))
                .isEqualTo(new Heard.Early());
        assertThat(AuthorAnswerRules.beginsToStand(onItsWay(POST), asked(POST))).isTrue();
    }

    @Test
    void severalComments_areTakenTogetherUntilADraftIsWritten() {
        Incident once = heard(asked(POST), "Ленина");
        Incident twice = heard(once, "Дом 5");

        assertThat(twice.state()).isEqualTo(State.IN_WORK);
        assertThat(twice.marks().authorSaid()).isEqualTo("Ленина\nДом 5");
        assertThat(heard(twice, "Дом 5").marks().authorSaid()).isEqualTo("Ленина\nДом 5");
        Incident drafted = twice.after(List.of(draft(ReplyKind.FINAL)));
        assertThat(AuthorAnswerRules.listensTo(drafted)).isEmpty();
        assertThat(AuthorAnswerRules.hear(drafted, comment(under("9001"), "Подъезд 2", ANSWERED)))
                .isEqualTo(new Heard.Nothing());
    }

    @Test
    void answerToASecondQuestion_standsForItself() {
        Incident again = heard(asked(POST), "Ленина")
                .after(List.of(
                        draft(ReplyKind.CLARIFICATION),
                        approved(),
                        published("https://vk.com/wall-5_77?reply=512", false)));

        assertThat(heard(again, "Дом 5").marks().authorSaid()).isEqualTo("Дом 5");
    }

    @Test
    void answersBeyondMeasure_areIncidentsOfTheirOwn() {
        Incident asked = asked(POST);

        assertThat(name(AuthorAnswerRules.hear(
                        asked, comment(under("9001"), "я".repeat(AuthorAnswerRules.LONGEST), ANSWERED))))
                .isEqualTo("Answer");
        assertThat(name(AuthorAnswerRules.hear(
                        heard(asked, "Да"), comment(under("9001"), "я".repeat(AuthorAnswerRules.LONGEST), ANSWERED))))
                .isEqualTo("Nothing");
    }

    @ParameterizedTest
    @EnumSource(Screening.class)
    void threatsAndAbuse_goToTheReviewOfScreenedPosts(Screening screening) {
        boolean isAnswer = screening == Screening.CLEAN || screening == Screening.NO_CONTENT;

        assertThat(name(AuthorAnswerRules.hear(asked(POST), comment(screening, Importance.NORMAL))))
                .isEqualTo(isAnswer ? "Answer" : "Nothing");
    }

    @Test
    void urgentComment_isAnIncidentUnlessTheQuestionWasAboutThat() {
        AuthorComment gas = comment(Screening.CLEAN, Importance.ELEVATED);
        Incident urgent =
                asked(POST).after(List.of(new Fact.ClassificationCorrected("ЖКХ", "Газ", null, Importance.ELEVATED)));

        assertThat(name(AuthorAnswerRules.hear(asked(POST), gas))).isEqualTo("Nothing");
        assertThat(name(AuthorAnswerRules.hear(urgent, gas))).isEqualTo("Answer");
    }

    @Test
    void otherNetworksAndOtherTerritories_areLeftToPeople() {
        AuthorComment here = comment(under("9001"), "Да", ANSWERED);
        AuthorComment there = new AuthorComment(
                here.id(), "omsk", here.channel(), here.address(), "7", null, "Да", ANSWERED, here.classification());
        Incident site = incident(Channel.SITE, POST).after(List.of(draft(ReplyKind.CLARIFICATION), approved()));

        assertThat(AuthorAnswerRules.hear(asked(POST), there)).isEqualTo(new Heard.Nothing());
        assertThat(AuthorAnswerRules.listensTo(site)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-5, 77, x", "-5, 7x, 498", "'', 77, 498", "-5, 77, ''"})
    void addressThatDoesNotTellTheThread_isNone(String wall, String post, String root) {
        AuthorComment odd = comment(
                Map.of("owner_id", wall, "post_id", post, "comment_id", "600", "parents", root), "Да", ANSWERED);

        assertThat(AuthorAnswerRules.threads(odd)).isEmpty();
        assertThat(AuthorAnswerRules.threads(comment(POST, "Да", ANSWERED))).isEmpty();
    }

    @Test
    void incidentOfAnEarlyAnswer_endsOnlyAsItCame() {
        Incident asked = asked(POST);
        Incident own = incident(Channel.VK, UNDER_512);
        Fact found = new StepFact.FoundToBeAnswer(asked.id(), asked.number());

        assertThat(AuthorAnswerRules.ends(own, asked)).contains(found);
        Incident routed = own.after(List.of(new Fact.IncidentRouted(ORGAN, "Орган", true, "правило", null)));
        assertThat(AuthorAnswerRules.ends(routed, asked)).contains(found);
        assertThat(AuthorAnswerRules.ends(routed.after(List.of(new Fact.WorkStarted(ORGAN))), asked))
                .isEmpty();
        assertThat(AuthorAnswerRules.ends(
                        own.after(List.of(new Fact.IncidentScreenedOut(Screening.NO_CONTENT, null))), asked))
                .isEmpty();
        assertThat(AuthorAnswerRules.ends(
                        own.after(List.of(new StepFact.InterimGiven(REPLY, "VP-10", "Ответим в понедельник.", true))),
                        asked))
                .isEmpty();
        Incident ended = routed.after(List.of(found));
        assertThat(ended.state()).isEqualTo(State.NO_REACTION);
        assertThat(ended.marks().answerTo()).isEqualTo(new Marks.Repeat(asked.id(), asked.number()));
    }

    private static String name(Heard heard) {
        return heard.getClass().getSimpleName();
    }

    private static Incident heard(Incident incident, String text) {
        Heard heard = AuthorAnswerRules.hear(incident, comment(under("9001"), text, ANSWERED));
        return incident.after(List.of(((Heard.Answer) heard).fact()));
    }

    private static Incident asked(Map<String, String> address) {
        return onItsWay(address).after(List.of(published("https://vk.com/wall-5_77?reply=512", false)));
    }

    private static Incident onItsWay(Map<String, String> address) {
        return incident(Channel.VK, address)
                .after(List.of(
                        new Fact.IncidentRouted(ORGAN, "Орган", false, null, null),
                        draft(ReplyKind.CLARIFICATION),
                        approved()));
    }

    private static Fact draft(ReplyKind kind) {
        return new Fact.DraftSubmitted(
                kind, "Какой дом?", 1, Actor.SYSTEM, DETECTED, ORGAN, null, null, null, null, null);
    }

    private static Fact approved() {
        return new Fact.ReplyApproved(REPLY, ReplyKind.CLARIFICATION, "Какой дом?", true, null);
    }

    private static Fact published(String link, boolean manual) {
        return new Fact.ReplyPublished(REPLY, ReplyKind.CLARIFICATION, link, ASKED, manual, null, null);
    }

    private static Incident incident(Channel channel, Map<String, String> address) {
        return new Incident(
                new UUID(1, 1),
                "altai-krai",
                "AK-2026-000001",
                0,
                State.NEW,
                channel,
                null,
                address,
                DETECTED,
                classification(Screening.CLEAN, Importance.NORMAL),
                null,
                null,
                null,
                null,
                0,
                null,
                Marks.NONE);
    }

    private static Map<String, String> under(String root) {
        return Map.of("owner_id", "-5", "post_id", "77", "comment_id", "9001", "parents", root);
    }

    private static AuthorComment comment(Map<String, String> address, String text, Instant writtenAt) {
        return comment(address, text, writtenAt, classification(Screening.CLEAN, Importance.NORMAL));
    }

    private static AuthorComment comment(Screening screening, Importance importance) {
        return comment(under("9001"), "Пахнет газом", ANSWERED, classification(screening, importance));
    }

    private static AuthorComment comment(
            Map<String, String> address, String text, Instant writtenAt, Classification classification) {
        return new AuthorComment(
                new UUID(1, 3),
                "altai-krai",
                Channel.VK,
                address,
                "7",
                "https://vk.com/c",
                text,
                writtenAt,
                classification);
    }

    private static Classification classification(Screening screening, Importance importance) {
        return new Classification("ЖКХ", "Свет", null, importance, screening, 0.4, List.of(), "test");
    }
}
