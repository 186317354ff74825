package otklik.publisher.reply.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.contracts.publication.RefusalReason;
import otklik.testkit.Clause;

final class AttemptTest {

    private static final Instant START = Instant.parse("2026-04-30T08:00:00Z");
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(2), Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofMinutes(5));

    private final Attempt first = new Attempt(1, false, START, START);
    private final Attempt resend = new Attempt(2, true, START, START.plusSeconds(150));

    private final Attempt uploading = new Attempt(0, false, START, START);

    @Test
    void uploadedFile_leadsOnAtOnce() {
        Decision decision = uploading.after(new Upload.Done("doc-1_2"), START.plusSeconds(1), PATIENCE);

        assertThat(decision.step()).isEqualTo(new Step.SendAgain(START.plusSeconds(1), false, "a file was uploaded"));
    }

    @Test
    void uploadWithoutAClearOutcome_isRepeatedUntilAPersonIsNeeded() {
        Upload broken = new Upload.NotYet("HTTP 502");

        assertThat(uploading.after(broken, START.plusSeconds(1), PATIENCE).step())
                .isEqualTo(new Step.SendAgain(START.plusSeconds(4), false, "HTTP 502"));
        assertThat(uploading.after(broken, START.plusSeconds(600), PATIENCE).step())
                .isEqualTo(new Step.Refuse(RefusalReason.ATTACHMENTS, "HTTP 502"));
    }

    @ParameterizedTest
    @CsvSource({
        "105, ATTACHMENTS",
        "121, ATTACHMENTS",
        "100, ATTACHMENTS",
        "7777, ATTACHMENTS",
        "14, CAPTCHA",
        "5, AUTH"
    })
    void uploadThatTheNetworkRefuses_leavesTheWholeReplyToAPerson(int code, RefusalReason reason) {
        Decision decision = uploading.after(new Upload.Declined(code, "no"), START, PATIENCE);

        assertThat(decision.step()).isEqualTo(new Step.Refuse(reason, "VK " + code + ": no"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 10, 22})
    void uploadThatMayStillSucceed_isRepeated(int code) {
        Decision decision = uploading.after(new Upload.Declined(code, "no"), START, PATIENCE);

        assertThat(decision.step()).isInstanceOf(Step.SendAgain.class);
    }

    @Test
    void done_closesTheReply() {
        Decision decision = first.after(new Outcome.Done(512, 498L), START.plusSeconds(1), PATIENCE);

        assertThat(decision).isEqualTo(new Decision(new Step.Close(512, 498L, START.plusSeconds(1)), null));
    }

    @Test
    void unclearOutcome_isNeverSentAgainBeforeThePageIsRead() {
        Decision decision = first.after(new Outcome.Unclear("HTTP 502"), START.plusSeconds(1), PATIENCE);

        assertThat(decision.step()).isEqualTo(new Step.LookAt(START.plusSeconds(1), "HTTP 502"));
    }

    @Test
    void replyFoundOnThePage_isClosedWithTheTimeThePageShows() {
        Instant posted = START.plusSeconds(1);

        Decision decision = first.after(new Look.Found(512, null, posted), START.plusSeconds(90), PATIENCE);

        assertThat(decision.step()).isEqualTo(new Step.Close(512, null, posted));
    }

    @Test
    void absence_provesNothingUntilThePageMustShowIt() {
        Decision early = first.after(new Look.Absent(), START.plusSeconds(60), PATIENCE);
        Decision justBefore = first.after(new Look.Absent(), START.plusSeconds(115), PATIENCE);

        assertThat(early.step()).isEqualTo(new Step.LookAt(START.plusSeconds(70), "not there yet"));
        assertThat(justBefore.step()).isEqualTo(new Step.LookAt(START.plusSeconds(120), "not there yet"));
    }

    @Test
    void absenceAfterThat_allowsOneResend() {
        Decision decision = first.after(new Look.Absent(), START.plusSeconds(120), PATIENCE);

        assertThat(decision.step()).isEqualTo(new Step.SendAgain(START.plusSeconds(120), true, "not on the page"));
    }

    @Test
    void absenceAfterTheResend_isForAPersonToDecide() {
        Decision decision = resend.after(new Look.Absent(), START.plusSeconds(270), PATIENCE);

        assertThat(decision.step())
                .isInstanceOfSatisfying(
                        Step.Refuse.class,
                        refuse -> assertThat(refuse.reason()).isEqualTo(RefusalReason.UNKNOWN_OUTCOME));
    }

    @Test
    @Clause("AK-12")
    void pageThatCannotBeRead_isForAPersonToDecideWhilePartOfTheThirtyMinutesIsLeft() {
        Look unreadable = new Look.Unreadable("VK 15");

        assertThat(first.after(unreadable, START.plusSeconds(599), PATIENCE).step())
                .isEqualTo(new Step.LookAt(START.plusSeconds(609), "VK 15"));
        assertThat(first.after(unreadable, START.plusSeconds(600), PATIENCE).step())
                .isEqualTo(new Step.Refuse(RefusalReason.UNKNOWN_OUTCOME, "VK 15"));
    }

    @Test
    void connectionThatDidNotComeAbout_isTriedAgainWithGrowingPausesAndThenGivenUp() {
        Outcome notSent = new Outcome.NotSent("ConnectException");
        Attempt fourth = new Attempt(4, false, START, START.plusSeconds(20));

        assertThat(first.after(notSent, START, PATIENCE).step())
                .isEqualTo(new Step.SendAgain(START.plusSeconds(2), false, "ConnectException"));
        assertThat(fourth.after(notSent, START.plusSeconds(20), PATIENCE).step())
                .isEqualTo(new Step.SendAgain(START.plusSeconds(36), false, "ConnectException"));
        assertThat(fourth.after(notSent, START.plusSeconds(600), PATIENCE).step())
                .isEqualTo(new Step.Refuse(RefusalReason.UNREACHABLE, "ConnectException"));
    }

    @Test
    void resendThatNeverLeft_isStillOfUnknownOutcome() {
        Decision decision = resend.after(new Outcome.NotSent("ConnectException"), START.plusSeconds(600), PATIENCE);

        assertThat(decision.step()).isEqualTo(new Step.Refuse(RefusalReason.UNKNOWN_OUTCOME, "ConnectException"));
    }

    @ParameterizedTest
    @CsvSource({
        "213, COMMENTS_CLOSED",
        "212, COMMENTS_CLOSED",
        "801, COMMENTS_CLOSED",
        "15, BANNED",
        "7, BANNED",
        "104, TARGET_DELETED",
        "211, TARGET_DELETED",
        "222, CONTENT",
        "100, CONTENT",
        "914, CONTENT",
        "424242, UNKNOWN_OUTCOME"
    })
    void permanentError_goesToAPersonWithItsReason(int code, RefusalReason reason) {
        Decision decision = first.after(new Outcome.Declined(code, "words"), START, PATIENCE);

        assertThat(decision).isEqualTo(new Decision(new Step.Refuse(reason, "VK " + code + ": words"), null));
    }

    @ParameterizedTest
    @CsvSource({"14, CAPTCHA", "17, CAPTCHA", "5, AUTH", "27, AUTH", "29, RATE"})
    void errorOfTheAccount_restsTheAccountToo(int code, RefusalReason reason) {
        Decision decision = first.after(new Outcome.Declined(code, "words"), START, PATIENCE);

        assertThat(decision)
                .isEqualTo(new Decision(new Step.Refuse(reason, "VK " + code + ": words"), START.plusSeconds(300)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 36})
    void ambiguousError_readsThePageFirst(int code) {
        Decision decision = first.after(new Outcome.Declined(code, "words"), START, PATIENCE);

        assertThat(decision.step()).isEqualTo(new Step.LookAt(START, "VK " + code + ": words"));
    }

    @ParameterizedTest
    @CsvSource({"6, 2", "9, 120", "223, 120"})
    void errorOfPace_isTriedAgainAfterItsPause(int code, long seconds) {
        Decision decision = first.after(new Outcome.Declined(code, "words"), START, PATIENCE);

        assertThat(decision.step())
                .isEqualTo(new Step.SendAgain(START.plusSeconds(seconds), false, "VK " + code + ": words"));
    }
}
