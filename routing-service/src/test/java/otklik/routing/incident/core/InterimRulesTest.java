package otklik.routing.incident.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.regulation.InterimRule;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.assignment.core.Chosen;
import otklik.routing.directory.core.Organ;
import otklik.testkit.Clause;

/** What the system does by itself on the evening before days off, in every network. */
@Clause("VP-10")
class InterimRulesTest {

    private static final Regulation REGULATION = Regulations.shipped().get("vyatskie-polyany");
    private static final InterimRule RULE =
            Objects.requireNonNull(REGULATION.profile().interim());
    /** Friday, 15:45 in Kirov. */
    private static final Instant DUE = Instant.parse("2026-11-20T12:45:00Z");

    private static final UUID ID = new UUID(1, 1);

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"VK", "OK"})
    void networkWhereTheSystemCannotPost_isLeftToTheCurator(Channel channel) {
        Incident after = incident(channel).after(facts(incident(channel), DUE, Optional.empty()));

        assertThat(after.state()).isEqualTo(State.NEW);
        assertThat(after.marks().isInterimForHands()).isEqualTo(channel != Channel.VK);
        assertThat(Step.RECORD_INTERIM.isDue(after, REGULATION)).isEqualTo(channel != Channel.VK);
    }

    @Test
    void untilWorkBeginsAgain_itIsGivenLaterToo() {
        Instant monday = RULE.uselessFrom(DUE, REGULATION.office());

        assertThat(facts(incident(Channel.VK), monday.minusMillis(1), Optional.empty()))
                .hasSize(2);
        assertThat(facts(incident(Channel.VK), monday, Optional.empty())).isEmpty();
    }

    @Test
    void itIsGivenOnce() {
        Incident given = incident(Channel.VK).after(facts(incident(Channel.VK), DUE, Optional.empty()));

        assertThat(facts(given, DUE.plus(Duration.ofHours(1)), Optional.empty()))
                .isEmpty();
    }

    @Test
    void organThatIsCertain_isSentItAndTheCuratorNeedNotBeTold() {
        Organ organ = new Organ("o", "vyatskie-polyany", "Орган", null, null, List.of());

        assertThat(facts(incident(Channel.VK), DUE, Optional.of(new Chosen(organ, "правило"))))
                .extracting(Fact::name)
                .containsExactly("IncidentRouted", "InterimGiven");
    }

    @Test
    void whatAnOrganGaveBack_isForThePersonWhoPassesOn() {
        Incident returned = incident(Channel.VK)
                .after(List.of(
                        new Fact.IncidentRouted("o", "Орган", false, null, null),
                        new Fact.IncidentReturned("o", "Не наше")));
        Organ organ = new Organ("o", "vyatskie-polyany", "Орган", null, null, List.of());

        assertThat(facts(returned, DUE, Optional.of(new Chosen(organ, "правило"))))
                .extracting(Fact::name)
                .containsExactly("PassOnDue", "InterimGiven");
    }

    private static List<Fact> facts(Incident incident, Instant now, Optional<Chosen> chosen) {
        return InterimRules.facts(incident, REGULATION, RULE, DUE, now, chosen, new UUID(2, 2));
    }

    private static Incident incident(Channel channel) {
        return Registration.blank(
                new IncidentDetected(
                        ID,
                        "vyatskie-polyany",
                        new PostKey(channel, "1"),
                        PostKind.POST,
                        null,
                        "Яма",
                        null,
                        Map.of("post_id", "1"),
                        null,
                        DUE.minusSeconds(60),
                        new Classification(
                                "Дороги", "Ямы", null, Importance.NORMAL, Screening.CLEAN, 0.5, List.of(), "t")),
                "VP-1");
    }
}
