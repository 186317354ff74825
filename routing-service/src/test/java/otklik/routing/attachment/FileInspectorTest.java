package otklik.routing.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;
import otklik.routing.AttachmentSettings;
import otklik.routing.attachment.core.FileType;
import otklik.testkit.Clause;
import otklik.web.Problem;

/** What is inside decides; what it tells of people is taken out. */
class FileInspectorTest {

    private static final FileInspector INSPECTOR = new FileInspector(new AttachmentSettings(
            AttachmentSettings.Storage.POSTGRES,
            DataSize.ofKilobytes(100),
            DataSize.ofKilobytes(100),
            DataSize.ofBytes(40_000),
            100_000_000,
            30,
            Map.of(),
            10,
            Duration.ofDays(30),
            null));

    @TempDir
    Path folder;

    @Test
    @Clause("LB-9")
    void photo_losesWhereAndWithWhatItWasTaken() throws Exception {
        byte[] taken = TestFiles.photoWithPlace();
        var before = ImageMetadataReader.readMetadata(new ByteArrayInputStream(taken));
        assertThat(before.getFirstDirectoryOfType(GpsDirectory.class).getTagCount())
                .isEqualTo(2);

        Path kept = inspected(taken, "двор.jpg");

        var after = ImageMetadataReader.readMetadata(kept.toFile());
        assertThat(after.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(after.getDirectoriesOfType(ExifIFD0Directory.class)).isEmpty();
        assertThat(new String(Files.readAllBytes(kept), ISO_8859_1)).doesNotContain("Exif", "Tel\0");
    }

    /** Orientation 6: the camera was turned, what was on the left is above. */
    @Test
    void photo_isTurnedAsTheCameraSaid() throws IOException {
        BufferedImage seen =
                ImageIO.read(inspected(TestFiles.photoWithPlace(), "двор.jpg").toFile());

        assertThat(seen.getWidth()).isEqualTo(40);
        assertThat(seen.getHeight()).isEqualTo(60);
        assertThat(new Color(seen.getRGB(20, 5)).getRed()).isGreaterThan(200);
        assertThat(new Color(seen.getRGB(20, 55)).getBlue()).isGreaterThan(200);
    }

    @Test
    void whatIsHiddenBehindAPicture_isGone() throws IOException {
        byte[] both = TestFiles.join(TestFiles.png(), TestFiles.archive("secret.txt"));

        Path kept = inspected(both, "схема.png");

        assertThat(new String(Files.readAllBytes(kept), ISO_8859_1)).doesNotContain("secret.txt");
        assertThat(ImageIO.read(kept.toFile()).getWidth()).isEqualTo(30);
    }

    @Test
    @Clause("LB-9")
    void film_losesWhereAndWithWhatItWasTaken_andNothingElse() throws IOException {
        byte[] taken = TestFiles.film();

        byte[] kept = Files.readAllBytes(inspected(taken, "ремонт.mp4"));

        assertThat(kept).hasSameSizeAs(taken);
        assertThat(new String(taken, ISO_8859_1)).contains("+53.3547", "Telefon");
        assertThat(new String(kept, ISO_8859_1))
                .doesNotContain("+53.3547", "Telefon", "udta", "meta")
                .contains("mvhd", "tkhd", "pictures and sound");
    }

    @ParameterizedTest
    @MethodSource("fit")
    void type_isThatOfTheContent(byte[] content, @Nullable String name, FileType type, String keptName)
            throws IOException {
        Path file = Files.write(folder.resolve("file"), content);

        FileInspector.Fit fit = INSPECTOR.inspect(file, name);

        assertThat(fit.type()).isEqualTo(type);
        assertThat(fit.name()).isEqualTo(keptName);
        assertThat(fit.size()).isEqualTo(Files.size(file));
    }

    static Stream<Arguments> fit() {
        return Stream.of(
                Arguments.of(TestFiles.photoWithPlace(), "IMG_1.JPEG", FileType.JPEG, "IMG_1.jpg"),
                Arguments.of(TestFiles.png(), null, FileType.PNG, "Файл.png"),
                Arguments.of(TestFiles.png(), "C:\\дом\\схема.png", FileType.PNG, "схема.png"),
                Arguments.of(TestFiles.film(), "ремонт.mov", FileType.MP4, "ремонт.mp4"),
                Arguments.of(TestFiles.pdf(), "../../график.pdf", FileType.PDF, "график.pdf"),
                Arguments.of(TestDocuments.plainDocx(), "ответ\u202Efdp.docx", FileType.DOCX, "ответfdp.docx"),
                Arguments.of(TestDocuments.plainXlsx(), "план", FileType.XLSX, "план.xlsx"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void file_thatIsNotWhatItSays_orNotWanted_isRefused(byte[] content, String name, String code) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);

        assertThatThrownBy(() -> INSPECTOR.inspect(file, name)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.detail()).isNotBlank();
        });
    }

    static Stream<Arguments> unfit() {
        byte[] photo = TestFiles.photoWithPlace();
        byte[] film = TestFiles.film();
        return Stream.of(
                Arguments.of(TestFiles.pdf(), "фото.jpg", "attachment-mismatch"),
                Arguments.of("MZ\u0090 program".getBytes(ISO_8859_1), "фото.jpg", "attachment-type"),
                Arguments.of("<html><script>1</script>".getBytes(UTF_8), "план.pdf", "attachment-type"),
                Arguments.of(TestFiles.archive("a.txt"), "план.docx", "attachment-type"),
                Arguments.of(new byte[0], "фото.jpg", "attachment-damaged"),
                Arguments.of(java.util.Arrays.copyOf(photo, 200), "фото.jpg", "attachment-damaged"),
                Arguments.of(java.util.Arrays.copyOf(film, film.length - 5), "ремонт.mp4", "attachment-damaged"),
                Arguments.of(TestFiles.pictureBomb(), "фото.png", "attachment-too-many-pixels"),
                Arguments.of(
                        TestFiles.archive("word/document.xml", "word/vbaProject.bin"),
                        "ответ.docx",
                        "attachment-unsafe"),
                Arguments.of(TestDocuments.lockedDocx(), "ответ.docx", "attachment-locked"),
                Arguments.of(TestDocuments.signedPdf(), "ответ.pdf", "attachment-signed"),
                Arguments.of(TestFiles.join(TestFiles.pdf(), new byte[40_000]), "большой.pdf", "attachment-too-large"));
    }

    private Path inspected(byte[] content, String name) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        INSPECTOR.inspect(file, name);
        return file;
    }
}
