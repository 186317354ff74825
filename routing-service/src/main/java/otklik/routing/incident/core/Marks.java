package otklik.routing.incident.core;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an incident beside its walk.
 *
 * @param atCurator whether the tier below gave it back to the curator above (LB-4)
 * @param account whether the organ that has it has an account in the network of the post (KH-13); null where nobody knows
 * @param competent whether the head of the organ said that the question is theirs (LB-5)
 * @param repeatOf the incident in which the question was considered before (AK-15)
 * @param appeal why it should be an appeal under 59-FZ, null if it should not (VP-2, KH-2)
 * @param authorSaid what the author answered when asked
 * @param interim the interim reply that went out by itself before days off (VP-10), null where none did
 * @param report how far word of what is significant has gone up (LP-22), null before anybody acknowledged it; that it is significant anew begins
 *     anew
 * @param authorComment where and when the author answered last; null where a person wrote the answer down
 * @param answerTo the incident whose question this message answers, though it was made an incident of its own
 * @param shortened the end that was named for what the executor owes (LP-6), null where nobody named one
 */
public record Marks(
        @Nullable Boolean atCurator,
        @Nullable Boolean account,
        @Nullable Boolean competent,
        @Nullable Repeat repeatOf,
        @Nullable String appeal,
        @Nullable String authorSaid,
        Incident.@Nullable Reply interim,
        @Nullable Report report,
        @Nullable Comment authorComment,
        @Nullable Repeat answerTo,
        @Nullable Shortened shortened) {

    static final Marks NONE = new Marks(null, null, null, null, null, null, null, null, null, null, null);

    /** A comment of the author's: the last one of those that {@code authorSaid} holds. */
    public record Comment(@Nullable String url, Instant writtenAt) {}

    /** An earlier incident by its id and number. */
    public record Repeat(UUID id, String number) {}

    /**
     * Word of what is significant on its way up.
     *
     * @param passedUpAt null while it is only acknowledged; so are {@code to} and {@code note} then
     * @param note how it was passed on
     */
    public record Report(
            Instant acknowledgedAt,
            @Nullable Instant passedUpAt,
            @Nullable String to,
            @Nullable String note) {}

    /** @param dueAt the named end; what was started after it has the regulation's own */
    public record Shortened(Instant dueAt, String reason) {}

    @JsonIgnore
    public boolean isGivenBack() {
        return Boolean.TRUE.equals(atCurator);
    }

    @JsonIgnore
    public boolean isFoundCompetent() {
        return Boolean.TRUE.equals(competent);
    }

    /** Whether somebody has to post the interim reply by hand. */
    @JsonIgnore
    public boolean isInterimForHands() {
        return interim != null && interim.status() == Incident.Reply.Status.MANUAL_NEEDED;
    }

    /** For those who need not know what the author wrote. */
    public Marks withoutAuthor() {
        return new Marks(
                atCurator, account, competent, repeatOf, appeal, null, interim, report, null, answerTo, shortened);
    }

    Marks atCurator(boolean there) {
        return new Marks(
                there ? true : null,
                account,
                competent,
                repeatOf,
                appeal,
                authorSaid,
                interim,
                report,
                authorComment,
                answerTo,
                shortened);
    }

    /** What was said of the organ that had it does not hold for the next one. */
    Marks ofOrgan(@Nullable Boolean hasAccount) {
        return new Marks(
                null,
                hasAccount,
                null,
                repeatOf,
                appeal,
                authorSaid,
                interim,
                report,
                authorComment,
                answerTo,
                shortened);
    }

    Marks found() {
        return new Marks(
                atCurator,
                account,
                true,
                repeatOf,
                appeal,
                authorSaid,
                interim,
                report,
                authorComment,
                answerTo,
                shortened);
    }

    Marks repeats(Repeat earlier) {
        return new Marks(
                atCurator,
                account,
                competent,
                earlier,
                appeal,
                authorSaid,
                interim,
                report,
                authorComment,
                answerTo,
                shortened);
    }

    Marks answers(Repeat asked) {
        return new Marks(
                atCurator,
                account,
                competent,
                repeatOf,
                appeal,
                authorSaid,
                interim,
                report,
                authorComment,
                asked,
                shortened);
    }

    Marks appeal(String why) {
        return new Marks(
                atCurator,
                account,
                competent,
                repeatOf,
                why,
                authorSaid,
                interim,
                report,
                authorComment,
                answerTo,
                shortened);
    }

    /** @param comment null where a person wrote the answer down */
    Marks said(String answer, @Nullable Comment comment) {
        return new Marks(
                atCurator, account, competent, repeatOf, appeal, answer, interim, report, comment, answerTo, shortened);
    }

    Marks interim(Incident.Reply reply) {
        return new Marks(
                atCurator,
                account,
                competent,
                repeatOf,
                appeal,
                authorSaid,
                reply,
                report,
                authorComment,
                answerTo,
                shortened);
    }

    Marks report(@Nullable Report next) {
        return new Marks(
                atCurator,
                account,
                competent,
                repeatOf,
                appeal,
                authorSaid,
                interim,
                next,
                authorComment,
                answerTo,
                shortened);
    }

    Marks shortened(Shortened named) {
        return new Marks(
                atCurator,
                account,
                competent,
                repeatOf,
                appeal,
                authorSaid,
                interim,
                report,
                authorComment,
                answerTo,
                named);
    }
}
