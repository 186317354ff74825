package otklik.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122})
    void instants_areWrittenAndRead_asThePlatformDoes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            long[] grains = {1_000_000_000, 1_000_000, 1_000, 1};
            long grain = grains[random.nextInt(grains.length)];
            Instant at = Instant.ofEpochSecond(
                    random.nextLong(-62_167_219_200L, 253_402_300_800L),
                    random.nextLong(1_000_000_000) / grain * grain);

            assertThat(InstantText.write(at)).isEqualTo(at.toString());
            assertThat(InstantText.read(at.toString())).isEqualTo(at);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01T00:00:00",
                "2026-01-01T00:00:00.Z",
                "2026-01-01 00:00:00Z",
                "tomorrow",
                ""
            })
    void nonsense_isRefused_asThePlatformDoes(String text) {
        boolean refused = false;
        Instant expected = Instant.EPOCH;
        try {
            expected = Instant.parse(text);
        } catch (DateTimeParseException e) {
            refused = true;
        }
        if (refused) {
            assertThatThrownBy(() -> InstantText.read(text)).isInstanceOf(DateTimeParseException.class);
        } else {
            assertThat(InstantText.read(text)).isEqualTo(expected);
        }
    }

    @Test
    void unusualForms_areReadToo() {
        assertThat(InstantText.read("2026-06-10T16:20:00+07:00")).isEqualTo(Instant.parse("2026-06-10T09:20:00Z"));
        assertThat(InstantText.read("2026-06-10T09:20:00.5Z")).isEqualTo(Instant.parse("2026-06-10T09:20:00.500Z"));
    }
}
