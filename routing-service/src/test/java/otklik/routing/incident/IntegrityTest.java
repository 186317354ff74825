package otklik.routing.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import otklik.routing.incident.core.Fact;

/** A trail is held against everything that is kept beside it. */
class IntegrityTest {

    private static final List<Fact> TOLD = TrailOfOne.told();
    private static final Evidence.Kept KEPT = TrailOfOne.kept(TOLD);

    @Test
    void trailAsItWasWritten_isIntact() {
        Integrity found = Integrity.of(KEPT, List.of(given(KEPT, "a"), given(before(), "b")));

        assertThat(found.intact()).isTrue();
        assertThat(found.brokenAt()).isNull();
        assertThat(found.head()).isEqualTo(KEPT.head());
        assertThat(found.post()).isEqualTo(Integrity.Proof.INTACT);
        assertThat(found.origin()).isEqualTo(Integrity.Proof.INTACT);
        assertThat(found.packs()).hasSize(2);
    }

    @Test
    void lastFactChangedWithItsHash_doesNotFitTheHead() {
        List<StoredFact> other = TrailOfOne.chained(changed());

        assertThat(broken(new Evidence.Kept(
                        KEPT.incident(), KEPT.jurisdiction(), 3, KEPT.head(), TrailOfOne.POST, other)))
                .isEqualTo(3);
    }

    @Test
    void lastFactMissing_orOneTooMany_showsWhere() {
        assertThat(broken(new Evidence.Kept(
                        KEPT.incident(),
                        KEPT.jurisdiction(),
                        3,
                        KEPT.head(),
                        TrailOfOne.POST,
                        KEPT.facts().subList(0, 2))))
                .isEqualTo(3);
        assertThat(broken(new Evidence.Kept(
                        before().incident(), KEPT.jurisdiction(), 2, KEPT.head(), TrailOfOne.POST, KEPT.facts())))
                .isEqualTo(3);
        assertThat(broken(new Evidence.Kept(
                        KEPT.incident(), KEPT.jurisdiction(), 3, KEPT.head(), TrailOfOne.POST, List.of())))
                .isEqualTo(1);
    }

    @Test
    void versionBesideTheIncident_hasToBeItsOwn() {
        assertThat(broken(new Evidence.Kept(
                        KEPT.incident(), KEPT.jurisdiction(), 2, KEPT.head(), TrailOfOne.POST, KEPT.facts())))
                .isEqualTo(3);
    }

    /** Whoever may write to the database can make everything in it anew, but not the packs that are outside. */
    @Test
    void everythingMadeAnew_doesNotFitThePacksThatWereGiven() {
        Evidence.Kept anew = TrailOfOne.kept(changed());

        assertThat(Integrity.of(anew, List.of()).intact()).isTrue();
        assertThat(Integrity.of(anew, List.of(given(before(), "b"), given(KEPT, "a")))
                        .brokenAt())
                .isEqualTo(3);
        assertThat(Integrity.of(before(), List.of(given(KEPT, "a"))).brokenAt()).isEqualTo(3);
    }

    @Test
    void postChanged_isNotIntact() {
        Integrity found = Integrity.of(
                new Evidence.Kept(
                        KEPT.incident(), KEPT.jurisdiction(), 3, KEPT.head(), "Во дворе светло.", KEPT.facts()),
                List.of());

        assertThat(found.intact()).isFalse();
        assertThat(found.post()).isEqualTo(Integrity.Proof.CHANGED);
    }

    @Test
    void postOfBeforeFactsCoveredIt_isSaidToBeNotCovered() {
        List<Fact> old = new ArrayList<>(TOLD);
        Fact.IncidentRegistered first = (Fact.IncidentRegistered) old.getFirst();
        old.set(
                0,
                new Fact.IncidentRegistered(
                        first.number(),
                        first.channel(),
                        first.kind(),
                        first.url(),
                        first.classification(),
                        first.detectedAt(),
                        null,
                        null,
                        null));

        Integrity found = Integrity.of(TrailOfOne.kept(old), List.of());

        assertThat(found.intact()).isTrue();
        assertThat(found.post()).isEqualTo(Integrity.Proof.NOT_COVERED);
        assertThat(found.origin()).isEqualTo(Integrity.Proof.NOT_COVERED);
    }

    private static List<Fact> changed() {
        return List.of(TOLD.get(0), TOLD.get(1), new Fact.IncidentRestored("Чужой двор"));
    }

    private static Evidence.Kept before() {
        return TrailOfOne.kept(TOLD.subList(0, 2));
    }

    private static Evidence.Given given(Evidence.Kept kept, String manifest) {
        return new Evidence.Given(manifest, kept.facts().size(), kept.head(), TrailOfOne.AT);
    }

    private static long broken(Evidence.Kept kept) {
        Integrity found = Integrity.of(kept, List.of());
        assertThat(found.intact()).isFalse();
        assertThat(found.brokenAt()).isNotNull();
        return found.brokenAt() == null ? 0 : found.brokenAt();
    }
}
