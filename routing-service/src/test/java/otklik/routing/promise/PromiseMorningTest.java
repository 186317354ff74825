package otklik.routing.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.promise.core.PromiseRules;

/** From which instant on people are asked about the promises of a day. */
class PromiseMorningTest {

    /** The first days of May 2026 are days off from Friday to Sunday. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-30T07:59:59+07:00, 2026-04-29",
        "2026-04-30T12:00:00+07:00, 2026-04-30",
        "2026-04-30T23:59:59+07:00, 2026-04-30",
        "2026-05-03T12:00:00+07:00, 2026-04-30",
        "2026-05-04T07:00:00+07:00, 2026-04-30",
        "2026-05-04T12:00:00+07:00, 2026-05-04",
        "2050-05-04T00:00:00+07:00, 2050-05-04",
    })
    void day_comesWithItsFirstWorkingHour(String now, LocalDate day) {
        Regulation altai = Regulations.shipped().get("altai-krai");
        Instant instant = OffsetDateTime.parse(now).toInstant();

        assertThat(PromiseRules.askedUpTo(instant, altai.zone(), altai.time()::nextOpening))
                .isEqualTo(day);
    }
}
