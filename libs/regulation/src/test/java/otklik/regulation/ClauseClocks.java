package otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static otklik.regulation.Importance.NORMAL;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Short words for clause tests. */
abstract class ClauseClocks {

    final Regulation regulation;

    ClauseClocks(String id) {
        regulation = Regulations.shipped().get(id);
    }

    void due(String stage, String start, String due) {
        due(stage, NORMAL, start, due);
    }

    void due(String stage, Importance importance, String start, String due) {
        assertThat(regulation.deadline(stage, importance, at(start)).dueAt()).isEqualTo(at(due));
    }

    Instant nextDue(String id, String after) {
        Recurring work = regulation.profile().recurring().stream()
                .filter(recurring -> recurring.id().equals(id))
                .findFirst()
                .orElseThrow();
        return work.nextDue(at(after), regulation.office());
    }

    static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
