package otklik.routing.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is where, by signs of life alone. */
class BoardTest {

    private static final Instant NOW = Instant.parse("2026-06-10T03:00:00Z");
    private static final UUID ID = new UUID(1, 1);

    private final Board board = new Board();

    @Test
    void sameSignAgain_isNoNews_andAnotherDoingIs() {
        assertThat(board.hear(beat("anna", "1", Doing.READING), NOW)).isPresent();
        assertThat(board.hear(beat("anna", "1", Doing.READING), NOW.plusSeconds(7)))
                .isEmpty();

        assertThat(board.hear(beat("anna", "1", Doing.WRITING), NOW.plusSeconds(14)))
                .hasValueSatisfying(present -> assertThat(present.people())
                        .containsExactly(new Present.Somebody("anna", "Имя anna", Doing.WRITING)));
    }

    @Test
    void personWithTwoPages_isThereOnceAndWritesIfOnEither() {
        board.hear(beat("anna", "1", Doing.WRITING), NOW);
        board.hear(beat("anna", "2", Doing.READING), NOW);
        assertThat(board.at(ID)).containsExactly(new Present.Somebody("anna", "Имя anna", Doing.WRITING));

        board.hear(beat("anna", "1", null), NOW);

        assertThat(board.at(ID)).containsExactly(new Present.Somebody("anna", "Имя anna", Doing.READING));
    }

    @Test
    void silentPage_isForgottenAfterTwentySecondsAndLeavesNothing() {
        board.hear(beat("anna", "1", Doing.READING), NOW);
        board.hear(beat("igor", "1", Doing.READING), NOW.plusSeconds(10));

        assertThat(board.expire(NOW.plusMillis(19_999))).isEmpty();
        assertThat(board.expire(NOW.plusSeconds(20)))
                .singleElement()
                .satisfies(present -> assertThat(present.people())
                        .extracting(Present.Somebody::id)
                        .containsExactly("igor"));
        assertThat(board.expire(NOW.plusSeconds(30)))
                .singleElement()
                .satisfies(present -> assertThat(present.people()).isEmpty());
        assertThat(board.all()).isEmpty();
    }

    @Test
    void programWithManyPages_fillsNoMemory() {
        for (int i = 0; i < 500; i++) {
            board.hear(beatAt(new UUID(2, i), "robot", "p", Doing.READING), NOW.plusMillis(i));
        }

        assertThat(board.all()).hasSize(Board.PAGES);
        assertThat(board.at(new UUID(2, 499))).hasSize(1);
    }

    private static Beat beat(String person, String page, @Nullable Doing doing) {
        return beatAt(ID, person, page, doing);
    }

    private static Beat beatAt(UUID incident, String person, String page, @Nullable Doing doing) {
        return new Beat(incident, "altai-krai", List.of("altai-krai.transport"), person, "Имя " + person, page, doing);
    }
}
