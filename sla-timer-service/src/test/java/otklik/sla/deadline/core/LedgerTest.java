package otklik.sla.deadline.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKind;
import otklik.contracts.sla.TimeSpent;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.testkit.Clause;

class LedgerTest {

    private static final UUID ID = new UUID(1, 2);
    private static final Regulation ALTAI = Regulations.shipped().get("altai-krai");
    private static final String ROADS = "altai-krai.transport";
    private static final String HOUSES = "altai-krai.housing";
    private static final String SCHOOLS = "altai-krai.education";

    @Test
    @Clause({"AK-7", "AK-18"})
    void aReturn_leavesTheMinutesWithTheOrganThatWasWrong() {
        IncidentClocks clocks = registered("2026-06-10T09:00:00+07:00");
        clocks = after(
                clocks, "2026-06-10T09:10:00+07:00", new IncidentFact.IncidentRouted(ROADS, "Дороги", false, null));
        clocks = after(clocks, "2026-06-10T09:35:00+07:00", new IncidentFact.IncidentReturned(ROADS, "Не наш"));
        clocks = after(
                clocks, "2026-06-10T09:40:00+07:00", new IncidentFact.IncidentRouted(HOUSES, "Дома", false, null));
        clocks = after(clocks, "2026-06-10T17:30:00+07:00", new IncidentFact.DraftSubmitted(ReplyKind.FINAL, 1));
        clocks = after(clocks, "2026-06-10T17:45:00+07:00", approved());
        TimeSpent spent = spent(clocks, "2026-06-11T08:15:00+07:00", published("2026-06-11T08:15:00+07:00"));

        assertThat(spent.parts())
                .containsExactly(
                        new TimeSpent.Part("curator", null, false, Duration.ofMinutes(15)),
                        new TimeSpent.Part("organ", ROADS, true, Duration.ofMinutes(25)),
                        // 9:40 to 17:00 without 48 minutes of lunch.
                        new TimeSpent.Part("organ", HOUSES, false, Duration.ofMinutes(392)),
                        new TimeSpent.Part("approval", null, false, Duration.ZERO),
                        new TimeSpent.Part("publication", null, false, Duration.ofMinutes(15)),
                        new TimeSpent.Part("non-working", null, false, Duration.ofMinutes(48 + 30 + 15 + 855)));
        assertThat(spent.total()).isEqualTo(Duration.ofMinutes(23 * 60 + 15));
    }

    @Test
    @Clause({"KH-7", "LB-5"})
    void organsThatWorkAtOnce_shareTheTimeEvenly() {
        IncidentClocks clocks = registered("2026-06-10T09:00:00+07:00");
        clocks = after(
                clocks, "2026-06-10T09:30:00+07:00", new IncidentFact.ContributionRequested(ROADS, "Дороги", false));
        clocks = after(
                clocks, "2026-06-10T09:30:00+07:00", new IncidentFact.ContributionRequested(HOUSES, "Дома", false));
        clocks = after(clocks, "2026-06-10T10:30:00+07:00", new IncidentFact.ContributionSubmitted(ROADS, 1));
        clocks = after(clocks, "2026-06-10T11:00:00+07:00", new IncidentFact.ContributionSubmitted(HOUSES, 1));
        TimeSpent spent = spent(clocks, "2026-06-10T11:05:00+07:00", new IncidentFact.IncidentClosed("Готово"));

        assertThat(spent.parts())
                .containsExactly(
                        new TimeSpent.Part("curator", null, false, Duration.ofMinutes(30)),
                        new TimeSpent.Part("organ", ROADS, false, Duration.ofMinutes(30)),
                        new TimeSpent.Part("organ", HOUSES, false, Duration.ofMinutes(60)),
                        new TimeSpent.Part("approval", null, false, Duration.ofMinutes(5)),
                        new TimeSpent.Part("non-working", null, false, Duration.ZERO));
    }

    @Test
    @Clause("AK-7")
    void organThatHandedNothingIn_hadItInVain_whenItIsSentToAnother() {
        IncidentClocks clocks = registered("2026-06-10T09:00:00+07:00");
        clocks = after(clocks, "2026-06-10T09:10:00+07:00", routed(ROADS));
        clocks = after(clocks, "2026-06-10T09:20:00+07:00", new IncidentFact.DraftProposed(ReplyKind.FINAL, 1, ROADS));
        clocks = after(clocks, "2026-06-10T09:25:00+07:00", new IncidentFact.DraftDeclined(ROADS, "Нет срока"));
        clocks = after(clocks, "2026-06-10T09:35:00+07:00", routed(ROADS));
        clocks = after(clocks, "2026-06-10T09:40:00+07:00", routed(HOUSES));
        clocks = after(
                clocks,
                "2026-06-10T09:50:00+07:00",
                new IncidentFact.DraftSubmitted(ReplyKind.FINAL, 1, HOUSES, null, null, null));
        clocks = after(clocks, "2026-06-10T10:00:00+07:00", new IncidentFact.ReworkRequested(List.of(), "Чей фонарь?"));
        clocks = after(clocks, "2026-06-10T10:05:00+07:00", routed(SCHOOLS));

        // Of the first the ten minutes and the fifteen; the agreement inside it is nobody's loss. The second had handed
        // a draft in.
        assertThat(ended(clocks, "2026-06-10T10:30:00+07:00"))
                .containsExactly(
                        new TimeSpent.Part("curator", null, false, Duration.ofMinutes(10)),
                        new TimeSpent.Part("organ", ROADS, true, Duration.ofMinutes(25)),
                        new TimeSpent.Part("agreement", null, false, Duration.ofMinutes(5)),
                        new TimeSpent.Part("organ", HOUSES, false, Duration.ofMinutes(15)),
                        new TimeSpent.Part("approval", null, false, Duration.ofMinutes(10)),
                        new TimeSpent.Part("organ", SCHOOLS, false, Duration.ofMinutes(25)),
                        new TimeSpent.Part("non-working", null, false, Duration.ZERO));
    }

    @Test
    @Clause({"AK-7", "AK-14"})
    void organThatIsNotAmongThoseEngagedInItsPlace_hadItInVain_whoeverStaysHasNot() {
        IncidentClocks clocks = registered("2026-06-10T09:00:00+07:00");
        clocks = after(clocks, "2026-06-10T09:00:00+07:00", routed(ROADS));
        clocks = engaged(clocks, "2026-06-10T09:20:00+07:00", null, HOUSES, SCHOOLS);
        // The second plan leaves the schools out, who had shared half an hour; the houses go on.
        clocks = after(clocks, "2026-06-10T09:50:00+07:00", new IncidentFact.ContributionWithdrawn(SCHOOLS));
        clocks = after(
                clocks,
                "2026-06-10T09:50:00+07:00",
                new IncidentFact.OrgansEngaged(List.of(HOUSES, ROADS), null, "parallel-consolidated-by-curator"));
        clocks = after(
                clocks, "2026-06-10T09:50:00+07:00", new IncidentFact.ContributionRequested(ROADS, "Дороги", false));

        assertThat(ended(clocks, "2026-06-10T10:10:00+07:00"))
                .containsExactly(
                        new TimeSpent.Part("organ", ROADS, true, Duration.ofMinutes(20)),
                        new TimeSpent.Part("organ", HOUSES, false, Duration.ofMinutes(15 + 10)),
                        new TimeSpent.Part("organ", SCHOOLS, true, Duration.ofMinutes(15)),
                        new TimeSpent.Part("organ", ROADS, false, Duration.ofMinutes(10)),
                        new TimeSpent.Part("non-working", null, false, Duration.ZERO));
    }

    /** What routing tells when one of several gets the incident alone: its own part is withdrawn too, and nothing of its time is lost. */
    @Test
    @Clause({"AK-7", "KH-7"})
    void organThatGetsTheIncidentAlone_losesNothing_norDoesOneWhosePartIsThere() {
        IncidentClocks clocks = registered("2026-06-10T09:00:00+07:00");
        clocks = engaged(clocks, "2026-06-10T09:00:00+07:00", null, ROADS, HOUSES, SCHOOLS);
        clocks = after(clocks, "2026-06-10T09:30:00+07:00", new IncidentFact.ContributionSubmitted(SCHOOLS, 1));
        clocks = after(clocks, "2026-06-10T10:00:00+07:00", new IncidentFact.ContributionWithdrawn(ROADS));
        clocks = after(clocks, "2026-06-10T10:00:00+07:00", new IncidentFact.ContributionWithdrawn(HOUSES));
        clocks = after(clocks, "2026-06-10T10:00:00+07:00", new IncidentFact.ContributionWithdrawn(SCHOOLS));
        clocks = after(
                clocks,
                "2026-06-10T10:00:00+07:00",
                new IncidentFact.OrgansEngaged(List.of(), HOUSES, "parallel-consolidated-by-curator"));
        clocks = after(clocks, "2026-06-10T10:00:00+07:00", routed(HOUSES));

        assertThat(ended(clocks, "2026-06-10T10:20:00+07:00"))
                .containsExactly(
                        new TimeSpent.Part("organ", ROADS, true, Duration.ofMinutes(10 + 15)),
                        new TimeSpent.Part("organ", HOUSES, false, Duration.ofMinutes(10 + 15 + 20)),
                        new TimeSpent.Part("organ", SCHOOLS, false, Duration.ofMinutes(10)),
                        new TimeSpent.Part("non-working", null, false, Duration.ZERO));
    }

    @Test
    @Clause("AK-14")
    void leadOfASequence_thatHadTheIncidentBefore_losesNothingAndDoesNotShareTheTimeOfTheParts() {
        IncidentClocks clocks = registered("2026-06-10T09:00:00+07:00");
        clocks = after(clocks, "2026-06-10T09:00:00+07:00", routed(ROADS));
        clocks = engaged(clocks, "2026-06-10T09:10:00+07:00", ROADS, HOUSES);
        clocks = after(clocks, "2026-06-10T09:40:00+07:00", new IncidentFact.ContributionSubmitted(HOUSES, 1));
        clocks = after(
                clocks, "2026-06-10T09:40:00+07:00", new IncidentFact.ContributionRequested(ROADS, "Дороги", true));
        clocks = after(clocks, "2026-06-10T09:40:00+07:00", routed(ROADS));

        assertThat(ended(clocks, "2026-06-10T10:00:00+07:00"))
                .containsExactly(
                        new TimeSpent.Part("organ", ROADS, false, Duration.ofMinutes(10 + 20)),
                        new TimeSpent.Part("organ", HOUSES, false, Duration.ofMinutes(30)),
                        new TimeSpent.Part("non-working", null, false, Duration.ZERO));
    }

    @Test
    @Clause("AK-14")
    void organThatHadTheIncident_andWaitsForItsTurnNow_doesNotShareTheTimeOfTheFirst() {
        IncidentClocks clocks = registered("2026-06-10T09:00:00+07:00");
        clocks = after(clocks, "2026-06-10T09:00:00+07:00", routed(ROADS));
        clocks = engaged(clocks, "2026-06-10T09:10:00+07:00", SCHOOLS, HOUSES, ROADS);

        assertThat(ended(clocks, "2026-06-10T09:40:00+07:00"))
                .containsExactly(
                        new TimeSpent.Part("organ", ROADS, false, Duration.ofMinutes(10)),
                        new TimeSpent.Part("organ", HOUSES, false, Duration.ofMinutes(30)),
                        new TimeSpent.Part("non-working", null, false, Duration.ZERO));
    }

    /** All parts are there and whoever puts them together asks first: the minutes until the answer are the author's, also while parts are judged. */
    @Test
    @Clause({"KH-7", "KH-13"})
    void questionWhileNoOrganWorks_isTheAuthorsTime_alsoWhileAPartIsJudged() {
        IncidentClocks clocks = registered("2026-06-10T09:00:00+07:00");
        clocks = engaged(clocks, "2026-06-10T09:00:00+07:00", null, ROADS, HOUSES);
        clocks = after(clocks, "2026-06-10T09:20:00+07:00", new IncidentFact.ContributionSubmitted(ROADS, 1));
        clocks = after(clocks, "2026-06-10T09:20:00+07:00", new IncidentFact.ContributionSubmitted(HOUSES, 1));
        clocks = after(clocks, "2026-06-10T09:25:00+07:00", new IncidentFact.ContributionAccepted(ROADS, false));
        clocks =
                after(clocks, "2026-06-10T09:30:00+07:00", new IncidentFact.DraftSubmitted(ReplyKind.CLARIFICATION, 1));
        clocks = after(clocks, "2026-06-10T09:30:00+07:00", approved());
        clocks = after(clocks, "2026-06-10T09:31:00+07:00", asked("2026-06-10T09:31:00+07:00"));
        clocks = after(clocks, "2026-06-10T09:40:00+07:00", new IncidentFact.ContributionAccepted(HOUSES, true));
        clocks = after(clocks, "2026-06-10T10:31:00+07:00", new IncidentFact.AuthorAnswered(null));

        assertThat(ended(clocks, "2026-06-10T10:41:00+07:00"))
                .containsExactly(
                        new TimeSpent.Part("organ", ROADS, false, Duration.ofMinutes(10)),
                        new TimeSpent.Part("organ", HOUSES, false, Duration.ofMinutes(10)),
                        new TimeSpent.Part("approval", null, false, Duration.ofMinutes(5)),
                        new TimeSpent.Part("curator", null, false, Duration.ofMinutes(5 + 10)),
                        new TimeSpent.Part("publication", null, false, Duration.ofMinutes(1)),
                        new TimeSpent.Part("author", null, false, Duration.ofMinutes(60)),
                        new TimeSpent.Part("non-working", null, false, Duration.ZERO));
    }

    /** An organ that gave the incident back while the author is asked leaves it to whoever sends it on. */
    @Test
    @Clause("AK-7")
    void questionOfAnOrganThatGaveTheIncidentBack_isTheCuratorsTimeFromThenOn() {
        IncidentClocks clocks = registered("2026-06-10T09:00:00+07:00");
        clocks = after(clocks, "2026-06-10T09:00:00+07:00", routed(ROADS));
        clocks =
                after(clocks, "2026-06-10T09:10:00+07:00", new IncidentFact.DraftSubmitted(ReplyKind.CLARIFICATION, 1));
        clocks = after(clocks, "2026-06-10T09:10:00+07:00", approved());
        clocks = after(clocks, "2026-06-10T09:10:00+07:00", asked("2026-06-10T09:10:00+07:00"));
        clocks = after(clocks, "2026-06-10T09:40:00+07:00", new IncidentFact.IncidentReturned(ROADS, "Не наш"));
        clocks = after(clocks, "2026-06-10T09:50:00+07:00", new IncidentFact.AuthorAnswered(null));

        assertThat(ended(clocks, "2026-06-10T10:00:00+07:00"))
                .contains(
                        new TimeSpent.Part("author", null, false, Duration.ofMinutes(30)),
                        new TimeSpent.Part("curator", null, false, Duration.ofMinutes(20)));
    }

    /** A mistake in screening is no wrong route; who gets it afterwards decides. */
    @Test
    @Clause("AK-7")
    void incidentThatIsScreenedOutOrClosed_isLostByNobody_untilAnotherGetsIt() {
        IncidentClocks clocks = registered("2026-06-10T09:00:00+07:00");
        clocks = after(clocks, "2026-06-10T09:00:00+07:00", routed(ROADS));
        TimeSpent screened = spent(
                clocks, "2026-06-10T09:30:00+07:00", new IncidentFact.IncidentScreenedOut(Screening.JUDGED, "спам"));
        assertThat(screened.parts()).noneMatch(TimeSpent.Part::returned);

        clocks = after(
                clocks, "2026-06-10T09:30:00+07:00", new IncidentFact.IncidentScreenedOut(Screening.JUDGED, "спам"));
        clocks = after(clocks, "2026-06-10T09:40:00+07:00", new IncidentFact.IncidentRestored("не спам"));
        IncidentClocks again = after(clocks, "2026-06-10T09:50:00+07:00", routed(ROADS));
        IncidentClocks other = after(clocks, "2026-06-10T09:50:00+07:00", routed(HOUSES));

        assertThat(ended(again, "2026-06-10T10:00:00+07:00")).noneMatch(TimeSpent.Part::returned);
        assertThat(ended(other, "2026-06-10T10:00:00+07:00"))
                .filteredOn(TimeSpent.Part::returned)
                .containsExactly(new TimeSpent.Part("organ", ROADS, true, Duration.ofMinutes(30)));
    }

    /** Random facts at random moments of a month, in five jurisdictions: what was active adds up, to the microsecond. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_122})
    void parts_addUpToTheTimeBetweenTheFacts(long seed) {
        Random random = new Random(seed);
        List<Regulation> all = Regulations.shipped().all();
        for (int walk = 0; walk < 200; walk++) {
            Regulation regulation = all.get(random.nextInt(all.size()));
            Instant at =
                    Instant.parse("2026-04-20T00:00:00Z").plus(random.nextLong(2_000_000_000_000L), ChronoUnit.MICROS);
            Ledger ledger = Ledger.begun(at);
            long active = 0;
            String organ = null;
            for (int step = 0; step < 30; step++) {
                Instant next = at.plus(random.nextLong(200_000_000_000L), ChronoUnit.MICROS);
                active += ledger.holder() == Holder.NOBODY ? 0 : ChronoUnit.MICROS.between(at, next);
                IncidentFact fact = any(random);
                ledger = new Handover(ledger, organ, next, regulation.time()).after(fact);
                organ = fact instanceof IncidentFact.IncidentRouted routed ? routed.organ() : organ;
                at = next;

                assertThat(ledger.upTo(at, regulation.time()).total()).isEqualTo(active);
                assertThat(ledger.parts().stream().map(TimeSpent.Part::spent).reduce(Duration.ZERO, Duration::plus))
                        .isEqualTo(Duration.of(ledger.total(), ChronoUnit.MICROS));
            }
        }
    }

    private static IncidentClocks engaged(IncidentClocks before, String at, @Nullable String lead, String... parts) {
        IncidentClocks clocks = after(before, at, new IncidentFact.OrgansEngaged(List.of(parts), lead, "mode"));
        for (String part : lead == null ? parts : new String[] {parts[0]}) {
            clocks = after(clocks, at, new IncidentFact.ContributionRequested(part, part, false));
        }
        return clocks;
    }

    private static List<TimeSpent.Part> ended(IncidentClocks clocks, String at) {
        return spent(clocks, at, new IncidentFact.IncidentClosed("Готово")).parts();
    }

    private static IncidentFact routed(String organ) {
        return new IncidentFact.IncidentRouted(organ, organ, false, null);
    }

    private static IncidentFact any(Random random) {
        String organ = random.nextBoolean() ? ROADS : HOUSES;
        return switch (random.nextInt(19)) {
            case 0 -> new IncidentFact.IncidentRouted(organ, organ, true, null);
            case 1 -> new IncidentFact.IncidentReturned(organ, "Не наш");
            case 2 -> new IncidentFact.DraftSubmitted(ReplyKind.FINAL, 1);
            case 3 -> new IncidentFact.ReworkRequested(List.of(), null);
            case 4 -> approved();
            case 5 -> published("2026-06-10T11:05:00+07:00");
            case 6 -> new IncidentFact.IncidentRestored("Ошибка");
            case 7 -> new IncidentFact.IncidentReopened(organ, "Снова");
            case 8 -> new IncidentFact.ContributionRequested(organ, organ, false);
            case 9 -> new IncidentFact.ContributionSubmitted(organ, 1);
            case 10 -> new IncidentFact.ContributionAccepted(organ, random.nextBoolean());
            case 11 -> new IncidentFact.ContributionReturned(organ, "Не наш", false);
            case 12 -> new IncidentFact.ContributionReworkRequested(organ, List.of(), null, null);
            case 13 -> new IncidentFact.DraftProposed(ReplyKind.FINAL, 1, organ);
            case 14 -> new IncidentFact.AuthorAnswered(organ);
            case 15 -> new IncidentFact.OrgansEngaged(List.of(organ, SCHOOLS), null, "parallel");
            case 16 -> new IncidentFact.OrgansEngaged(List.of(SCHOOLS), organ, "sequential");
            case 17 -> new IncidentFact.ContributionWithdrawn(organ);
            default -> new IncidentFact.IncidentClosed("Готово");
        };
    }

    private static IncidentClocks registered(String at) {
        Classification classification =
                new Classification("Дороги", "Ямы", null, Importance.NORMAL, Screening.CLEAN, 1, List.of(), "test/1");
        IncidentFact fact =
                new IncidentFact.IncidentRegistered("АК-1", Channel.VK, PostKind.POST, null, classification, at(at));
        return taken(IncidentClocks.begin(event(1, at, fact), ALTAI, at(at))).clocks();
    }

    private static IncidentClocks after(IncidentClocks before, String at, IncidentFact fact) {
        return taken(before.after(event(before.version() + 1, at, fact), ALTAI, at(at)))
                .clocks();
    }

    private static TimeSpent spent(IncidentClocks before, String at, IncidentFact fact) {
        TimeSpent spent = taken(before.after(event(before.version() + 1, at, fact), ALTAI, at(at)))
                .spent();
        assertThat(spent).isNotNull();
        return java.util.Objects.requireNonNull(spent);
    }

    private static Outcome.Taken taken(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Taken.class);
        return (Outcome.Taken) outcome;
    }

    private static IncidentEvent event(long version, String at, IncidentFact fact) {
        return new IncidentEvent(ID, "altai-krai", version, at(at), Actor.SYSTEM, fact);
    }

    private static IncidentFact approved() {
        return new IncidentFact.ReplyApproved(ID, ReplyKind.FINAL, "Ответ", Channel.VK, null, java.util.Map.of(), true);
    }

    private static IncidentFact published(String at) {
        return new IncidentFact.ReplyPublished(ID, ReplyKind.FINAL, "https://vk.example/1", at(at), false);
    }

    private static IncidentFact asked(String at) {
        return new IncidentFact.ReplyPublished(ID, ReplyKind.CLARIFICATION, "https://vk.example/1", at(at), false);
    }

    private static Instant at(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }
}
