package otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Deadlines that an independent program computed minute by minute. */
class DeadlineVectorsTest {

    @Test
    void deadlines_equalThoseComputedMinuteByMinute() {
        JsonNode vectors = SharedData.json("data/sla/deadlines.json");

        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (JsonNode vector : vectors) {
            Regulation regulation =
                    Regulations.shipped().get(vector.get("regulation").asString());
            Deadline deadline = deadline(regulation, vector);
            Instant wanted = instant(vector, "due");
            if (!deadline.dueAt().equals(wanted)
                    || !deadline.explanation().recomputed().equals(wanted)) {
                wrong.add(vector + " gave " + deadline.dueAt() + ", proof "
                        + deadline.explanation().recomputed());
            }
            compared++;
        }

        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(1_400);
    }

    private static Deadline deadline(Regulation regulation, JsonNode vector) {
        Importance importance =
                Importance.valueOf(vector.get("importance").asString().toUpperCase(Locale.ROOT));
        return regulation.deadline(vector.get("stage").asString(), importance, instant(vector, "from"));
    }

    private static Instant instant(JsonNode vector, String field) {
        return OffsetDateTime.parse(vector.get(field).asString()).toInstant();
    }
}
