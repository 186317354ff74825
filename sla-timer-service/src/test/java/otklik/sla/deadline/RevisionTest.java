package otklik.sla.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.regulation.Regulations;

/** An amended regulation binds what is detected from its date on; what is under way stays with the one it began under. */
class RevisionTest {

    @TempDir
    Path folder;

    @Test
    void incidentDetectedBeforeTheDate_keepsItsTerms_alsoOnceTheAmendmentIsInForce() throws IOException {
        try (Bench bench = bench("2026-06-30T16:00:00+07:00")) {
            Story before = new Story(bench, "before", Facts.JURISDICTION).registered("2026-06-30T16:59:00+07:00");
            assertThat(before.told("publish")).containsExactly("06-30 16:59 publish set 07-02 08:47");

            Story after = new Story(bench, "after", Facts.JURISDICTION).registered("2026-07-01T08:00:00+07:00");

            assertThat(after.told("publish")).containsExactly("07-01 08:00 publish set 07-01 12:00");
            before.fact("2026-07-01T08:10:00+07:00", Facts.routed("altai-krai.transport"));
            assertThat(before.told("publish")).isEmpty();
        }
    }

    /** The shipped regulation, and the same with four hours instead of nine from July on. */
    private Bench bench(String now) throws IOException {
        Files.writeString(
                folder.resolve("altai-krai@2.yaml"),
                shipped()
                        .replace("revision: 1", "revision: 2")
                        .replace("from: 2020-03-27", "from: 2026-07-01")
                        .replace("amount: PT9H", "amount: PT4H")
                        .replace("amount: PT4H\n    before-end-of", "amount: PT2H\n    before-end-of"),
                UTF_8);
        return new Bench(now, folder.resolve("state"), Bench.SETTINGS, Regulations.with(folder));
    }

    private static String shipped() throws IOException {
        try (InputStream stream = Regulations.class.getResourceAsStream("/regulations/altai-krai.yaml")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        }
    }
}
