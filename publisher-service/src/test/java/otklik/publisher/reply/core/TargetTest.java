package otklik.publisher.reply.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import otklik.contracts.publication.RefusalReason;

final class TargetTest {

    @Test
    void addressOfAnAnswerInAThread_namesTheCommentAndTheThread() {
        Target.Route route = Target.of(
                Map.of("owner_id", "-217000001", "post_id", "77", "comment_id", "512", "parents", "498"), 217000001);

        assertThat(route).isEqualTo(new Target.Wall(new Target(-217000001, 77, 512L, 498L)));
    }

    @Test
    void anotherWall_isNotForACommunityToken() {
        Target.Route route = Target.of(Map.of("owner_id", "-5", "post_id", "77"), 217000001);

        assertThat(route)
                .isInstanceOfSatisfying(
                        Target.Impossible.class,
                        no -> assertThat(no.reason()).isEqualTo(RefusalReason.UNSUPPORTED_CHANNEL));
    }

    @Test
    void addressThatIsNone_isRefused() {
        assertThat(Target.of(Map.of("owner_id", "-217000001", "post_id", "x"), 217000001))
                .isInstanceOf(Target.Impossible.class);
        assertThat(Target.of(Map.of(), 217000001)).isInstanceOf(Target.Impossible.class);
    }
}
