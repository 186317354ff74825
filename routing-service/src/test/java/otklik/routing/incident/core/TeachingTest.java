package otklik.routing.incident.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.Screening;
import otklik.regulation.Workflow.CooperationMode;
import otklik.routing.learning.core.Lesson;

/** What a wrong route teaches, beside what organs give back. */
class TeachingTest {

    @Test
    void incidentSentOn_wentToTheLastOne() {
        assertThat(Teaching.lessons(blank(), List.of(routed("a"), routed("b"))))
                .containsExactly(new Lesson.Went("a"), new Lesson.Went("b"));
    }

    @Test
    void organThatIsNoneOfSeveralInItsPlace_isNotWhereItWent() {
        assertThat(Teaching.lessons(blank(), List.of(routed("a"), engaged(null, "b", "c"))))
                .containsExactly(new Lesson.Went("a"), new Lesson.Withdrawn());
    }

    @Test
    void organThatStaysAmongSeveral_orLeadsThem_isStillWhereItWent() {
        assertThat(Teaching.lessons(blank(), List.of(routed("a"), engaged(null, "a", "b"))))
                .containsExactly(new Lesson.Went("a"));
        assertThat(Teaching.lessons(blank(), List.of(routed("a"), engaged("a", "b"))))
                .containsExactly(new Lesson.Went("a"));
    }

    private static Fact routed(String organ) {
        return new Fact.IncidentRouted(organ, organ, false, null, null);
    }

    private static Fact engaged(@Nullable String lead, String... organs) {
        return new PartFact.OrgansEngaged(
                List.of(organs),
                lead,
                lead == null ? CooperationMode.PARALLEL_CONSOLIDATED_BY_CURATOR : CooperationMode.SEQUENTIAL_WITH_LEAD,
                null,
                null);
    }

    private static Incident blank() {
        return new Incident(
                new UUID(3, 3),
                "altai-krai",
                "AK-1",
                1,
                State.NEW,
                Channel.VK,
                null,
                Map.of(),
                Instant.EPOCH,
                new Classification("Дороги", "Ямы", null, Importance.NORMAL, Screening.CLEAN, 1, List.of(), "test/1"),
                null,
                null,
                null,
                null,
                0,
                null,
                Marks.NONE);
    }
}
