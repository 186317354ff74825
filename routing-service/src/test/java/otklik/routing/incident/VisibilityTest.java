package otklik.routing.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.PartFact;
import otklik.routing.incident.core.StepFact;

/** What people wrote is hidden fact by fact: a new fact with words has to be thought of. */
class VisibilityTest {

    private static final Set<Class<?>> HIDDEN_FROM_SOME = Set.of(
            StepFact.AuthorAnswered.class,
            PartFact.ContributionProposed.class,
            PartFact.ContributionSubmitted.class,
            PartFact.ContributionDeclined.class,
            PartFact.ContributionReworkRequested.class);
    /** Drafts and replies: the card shows them to whoever sees the incident. */
    private static final Set<Class<?>> FOR_ALL = Set.of(
            Fact.DraftSubmitted.class,
            Fact.ReplyApproved.class,
            StepFact.DraftProposed.class,
            StepFact.DraftEdited.class,
            StepFact.InterimGiven.class,
            Fact.ReworkRequested.class,
            StepFact.DraftDeclined.class,
            StepFact.HandedDown.class);

    @Test
    void everyFactWithWordsOrFiles_isEitherHiddenOrForAll() {
        assertThat(facts(Fact.class).filter(VisibilityTest::hasWords))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(HIDDEN_FROM_SOME.stream(), FOR_ALL.stream())
                        .toList());
    }

    private static Stream<Class<?>> facts(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(VisibilityTest::facts);
    }

    private static boolean hasWords(Class<?> fact) {
        return Arrays.stream(fact.getRecordComponents())
                .anyMatch(part -> Set.of("text", "attachments", "comment").contains(part.getName()));
    }
}
