package otklik.routing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import otklik.testkit.Clause;
import otklik.web.Problem;

/** Files with drafts out and in. What goes out is read back by another library than the one that wrote it, and by LibreOffice where it is. */
class DraftFileTest {

    private static final DraftPaper PAPER = new DraftPaper(
            "Проект ответа на сообщение VP-2026-000001",
            List.of("Орган: Отдел дорог и транспорта", "Подготовлено: 27 ноября 2026 г., 10:00"),
            List.of(
                    "Здравствуйте! Яму на ул. Ленина заделаем до 15 июня — «обещаем».",
                    "",
                    "Вопросы: ёж № 5, 8 (83334) 6-00-01."));

    private static final String REPLY =
            "Здравствуйте! Яму на улице Ленина заделаем до 15 июня.\n\nВопросы — дорожная служба, 8 (83334) 6-00-01. «Спасибо», что написали.";

    @Test
    @Clause("VP-12")
    void draft_leavesAsPdfWithItsLetters() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(DraftFormat.PDF.of(PAPER))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(PAPER.title())
                    .contains(PAPER.about())
                    .contains("Яму на ул. Ленина заделаем до 15 июня — «обещаем».", "ёж № 5");
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCX", "RTF"})
    @Clause("VP-12")
    void draft_leavesAsADocumentThatComesBackWordForWord(DraftFormat format) {
        DraftFile.Words back = DraftFile.read(format.of(PAPER));

        assertThat(back.format()).isEqualTo(format.extension());
        assertThat(back.text())
                .contains(PAPER.title())
                .contains(PAPER.about())
                .endsWith(String.join("\n", PAPER.paragraphs()));
    }

    @ParameterizedTest
    @EnumSource
    void draft_isReadByAnOfficeOfPeople(DraftFormat format, @TempDir Path folder) throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/soffice")))
                .as("LibreOffice is here")
                .isTrue();
        Path file = Files.write(folder.resolve("draft." + format.extension()), format.of(PAPER));
        assumeThat(format != DraftFormat.PDF)
                .as("its filter of PDF is a package of its own")
                .isTrue();

        Process office = new ProcessBuilder(
                        "/usr/bin/soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "txt:Text (encoded):UTF8",
                        "--outdir",
                        folder.resolve("out").toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(office.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readString(folder.resolve("out/draft.txt"))).contains(PAPER.paragraphs());
    }

    @Test
    @Clause("VP-12")
    void documentsOfAnOffice_areReadWithTheirParagraphs() throws IOException {
        assertThat(DraftFile.read(resource("reply.doc"))).isEqualTo(new DraftFile.Words("doc", REPLY, 0));
        assertThat(DraftFile.read(resource("reply.rtf"))).isEqualTo(new DraftFile.Words("rtf", REPLY, 0));
    }

    @Test
    void cyrillicOfOldRtf_isReadInEveryWayOfWritingIt() {
        String byPage =
                "{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\fcharset204 Arial;}}\\f0 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2, \\'b8\\'e6\\par \\'b9 5}";
        String byCode =
                "{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Arial;}}\\f0\\u1055?\\u1088?\\u1080?\\u1074?\\u1077?\\u1090?, \\u1105?\\u1078?\\par\\u8470? 5}";
        String byFont =
                "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}}\\f1 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2, \\'b8\\'e6\\par \\'b9 5}";
        String raw = "{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\fcharset204 Arial;}}\\f0 Привет, ёж\\par № 5}";

        assertThat(List.of(byPage, byCode, byFont, raw))
                .extracting(rtf -> DraftFile.read(rtf.getBytes(Charset.forName("windows-1251")))
                        .text())
                .containsOnly("Привет, ёж\n№ 5");
    }

    @Test
    void whatNobodySees_isLeftOutAndCounted() {
        String rtf = "{\\rtf1\\ansi\\uc1 \\u1054?\\u8203?\\u1090?\\u8238?\\u1074?\\u1077?\\u1090?\\u160? 5}";

        assertThat(DraftFile.read(rtf.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new DraftFile.Words("rtf", "Ответ  5", 2));
    }

    @Test
    void bomb_isRefusedBeforeItGrows() throws IOException {
        assertThat(code(zip("word/document.xml", new byte[60 << 20]))).isEqualTo("file-too-large-inside");
        assertThat(code(zip("word/media/image1.png", new byte[60 << 20]))).isEqualTo("file-too-large-inside");
    }

    @Test
    void macrosAndObjects_areRefused() throws IOException {
        assertThat(code(zip("word/vbaProject.bin", new byte[10]))).isEqualTo("file-with-macros");
        assertThat(code("{\\rtf1{\\object\\objemb{\\*\\objdata 0105}}}".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("file-with-macros");
        assertThat(code(ole("WordDocument", "Macros"))).isEqualTo("file-with-macros");
    }

    @Test
    void passwordAndWrongTypesAndDamage_areRefused() throws IOException {
        assertThat(code(ole("EncryptionInfo", "EncryptedPackage"))).isEqualTo("file-encrypted");
        assertThat(code(ole("Workbook"))).isEqualTo("wrong-file-type");
        assertThat(code(zip("xl/workbook.xml", new byte[10]))).isEqualTo("wrong-file-type");
        assertThat(code("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).isEqualTo("wrong-file-type");
        assertThat(code(new byte[0])).isEqualTo("wrong-file-type");
        assertThat(code(zip("word/document.xml", "<не xml".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("file-unreadable");
        byte[] half = Arrays.copyOf(resource("reply.doc"), 3000);
        assertThat(code(half)).isEqualTo("file-unreadable");
        assertThat(code("{\\rtf1\\ansi }".getBytes(StandardCharsets.US_ASCII))).isEqualTo("file-without-text");
        assertThat(code(("{\\rtf1\\ansi " + "a".repeat(30_000) + "}").getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("text-too-long");
    }

    private static String code(byte[] file) {
        return Objects.requireNonNull(catchThrowableOfType(Problem.class, () -> DraftFile.read(file)))
                .code();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] ole(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            for (String entry : entries) {
                files.createDocument(new ByteArrayInputStream(new byte[5000]), entry);
            }
            files.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = DraftFileTest.class.getResourceAsStream("/document/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }
}
