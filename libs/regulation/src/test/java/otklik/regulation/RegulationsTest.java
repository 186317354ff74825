package otklik.regulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.regulation.yaml.BadFileException;

/** Several revisions of one regulation side by side, and regulations nobody shipped. */
class RegulationsTest {

    @TempDir
    Path folder;

    @Test
    void shippedFive_areFoundWithoutAListOfThem() {
        assertThat(Regulations.shipped().ids())
                .containsExactly(
                        "altai-krai", "barnaul-leninsky", "khabarovsk-krai", "lipetsk-oblast", "vyatskie-polyany");
    }

    @Test
    void sixthJurisdiction_needsAFileAndNothingElse() throws IOException {
        write("clear-town.yaml", Resources.text("/profiles/clean.yaml"));

        Regulations regulations = Regulations.with(folder);

        assertThat(regulations.ids()).hasSize(6).contains("clear-town");
        assertThat(regulations
                        .get("clear-town")
                        .deadline("publish", Importance.NORMAL, at("2026-06-10T09:00+03:00"))
                        .dueAt())
                .isEqualTo(at("2026-06-15T10:00+03:00"));
    }

    @Test
    void amendedProfile_bindsWhatIsDetectedFromItsDateOn_andNothingBefore() throws IOException {
        write("altai-krai@2.yaml", amended(2, "2026-07-01").replace("PT9H", "PT8H"));

        Regulations regulations = Regulations.with(folder);

        assertThat(revision(regulations, "2026-06-30T23:59:59+07:00")).isEqualTo(1);
        assertThat(revision(regulations, "2026-07-01T00:00:00+07:00")).isEqualTo(2);
        assertThat(revision(regulations, "2019-01-01T00:00:00+07:00")).isEqualTo(1);
        assertThat(regulations.get("altai-krai").revision()).isEqualTo(2);
        assertThat(regulations.revisions("altai-krai"))
                .extracting(Regulation::revision)
                .containsExactly(1, 2);
        assertThat(due(regulations, "2026-06-30T08:00+07:00")).isEqualTo(at("2026-07-01T08:48+07:00"));
        assertThat(due(regulations, "2026-07-01T08:00+07:00")).isEqualTo(at("2026-07-01T16:48+07:00"));
    }

    @Test
    void thirdRevision_takesOverFromTheSecond() throws IOException {
        write("altai-krai@3.yaml", amended(3, "2027-01-01"));
        write("altai-krai@2.yaml", amended(2, "2026-07-01"));

        Regulations regulations = Regulations.with(folder);

        assertThat(revision(regulations, "2026-12-31T12:00+07:00")).isEqualTo(2);
        assertThat(revision(regulations, "2027-01-01T12:00+07:00")).isEqualTo(3);
    }

    @Test
    void sameRevisionTwice_isRefusedWithItsLine() throws IOException {
        write("altai-krai@2.yaml", amended(1, "2026-07-01"));

        assertThatThrownBy(() -> Regulations.with(folder))
                .isInstanceOf(BadFileException.class)
                .hasMessage("altai-krai@2.yaml:7: revision 1 is in altai-krai.yaml; write 2");
    }

    @Test
    void laterRevisionFromAnEarlierDay_isRefused() throws IOException {
        write("altai-krai@2.yaml", amended(2, "2020-03-27"));

        assertThatThrownBy(() -> Regulations.with(folder))
                .hasMessage(
                        "altai-krai@2.yaml:8: revision 2 and revision 1 of altai-krai.yaml do not follow one another;"
                                + " write from: a day after 2020-03-27");
    }

    @Test
    void fileUnderAnotherName_isRefused() throws IOException {
        write("tomsk.yaml", amended(2, "2026-07-01"));

        assertThatThrownBy(() -> Regulations.with(folder))
                .hasMessage("tomsk.yaml:2: the file is called tomsk.yaml, the regulation «altai-krai»;"
                        + " write id: tomsk, or call the file altai-krai.yaml");
    }

    @Test
    void oneBadFile_leavesNothingHalfLoaded() throws IOException {
        write("altai-krai@2.yaml", amended(2, "2026-07-01"));
        write("tomsk.yaml", "id: tomsk\n");

        assertThatThrownBy(() -> Regulations.with(folder)).hasMessageStartingWith("tomsk.yaml:1: ");
    }

    private static int revision(Regulations regulations, String detectedAt) {
        return regulations.get("altai-krai", at(detectedAt)).revision();
    }

    private static Instant due(Regulations regulations, String detectedAt) {
        return regulations
                .get("altai-krai", at(detectedAt))
                .deadline("publish", Importance.NORMAL, at(detectedAt))
                .dueAt();
    }

    private static String amended(int revision, String from) {
        return Resources.text("/regulations/altai-krai.yaml")
                .replace("revision: 1", "revision: " + revision)
                .replace("from: 2020-03-27", "from: " + from);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, UTF_8);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
