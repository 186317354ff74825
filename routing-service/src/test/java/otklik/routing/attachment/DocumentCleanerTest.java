package otklik.routing.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import otklik.routing.attachment.core.FileType;
import otklik.testkit.Clause;
import otklik.web.Problem;

/** Nothing of those who made a document goes on with it; its words and pictures do. */
class DocumentCleanerTest {

    private static final DocumentCleaner CLEANER = new DocumentCleaner();

    @TempDir
    Path folder;

    @Test
    @Clause("LB-9")
    void pdf_losesItsAuthorsRemarksFilesAndPlaces_andKeepsWhatItShows() throws IOException {
        assertThat(pieces(TestDocuments.pdf())).anyMatch(DocumentCleanerTest::tellsWho);

        byte[] kept = cleaned(TestDocuments.pdf(), FileType.PDF);

        assertThat(pieces(kept)).noneMatch(DocumentCleanerTest::tellsWho);
        try (PDDocument document = Loader.loadPDF(kept)) {
            assertThat(new PDFTextStripper().getText(document)).contains(TestDocuments.WORDS);
            assertThat(TestDocuments.annotations(document)).containsExactly("Square", "Link");
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
            var resources = document.getPage(0).getResources();
            var picture = (PDImageXObject)
                    resources.getXObject(resources.getXObjectNames().iterator().next());
            assertThat(picture.getImage().getWidth()).isEqualTo(60);
        }
    }

    @Test
    @Clause("LB-9")
    void docx_losesItsAuthorsRemarksPathsAndPlaces_andKeepsWhatItShows() throws IOException {
        assertThat(entries(TestDocuments.docx())).anyMatch(DocumentCleanerTest::tellsWho);

        byte[] kept = cleaned(TestDocuments.docx(), FileType.DOCX);

        assertThat(entries(kept)).noneMatch(DocumentCleanerTest::tellsWho);
        assertThat(names(kept)).noneMatch(name -> name.contains("comments") || name.contains("docProps/app"));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(kept))) {
            assertThat(document.getParagraphs().getFirst().getText()).isEqualTo(TestDocuments.WORDS);
            assertThat(document.getAllPictures()).hasSize(1);
            assertThat(link(document, "rIdDisk")).isEqualTo("plan%20B.docx");
            assertThat(link(document, "rIdWindows")).isEqualTo("plan.docx");
        }
    }

    @Test
    @Clause("LB-9")
    void xlsx_losesItsAuthorsRemarksAndPrinters_andKeepsWhatItShows() throws IOException {
        assertThat(entries(TestDocuments.xlsx())).anyMatch(DocumentCleanerTest::tellsWho);

        byte[] kept = cleaned(TestDocuments.xlsx(), FileType.XLSX);

        assertThat(entries(kept)).noneMatch(DocumentCleanerTest::tellsWho);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(kept))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo(TestDocuments.WORDS);
            assertThat(book.getSheetAt(0).getCellComments()).isEmpty();
            assertThat(book.getSheetAt(0).getCTWorksheet().getPageSetup().getId())
                    .isNull();
        }
    }

    /** Else the same file brought twice would be two. */
    @ParameterizedTest
    @MethodSource("documents")
    void sameDocument_becomesTheSameBytes(byte[] document, FileType type) throws IOException {
        byte[] once = cleaned(document, type);

        assertThat(cleaned(document, type)).isEqualTo(once);
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of(TestDocuments.pdf(), FileType.PDF),
                Arguments.of(TestDocuments.docx(), FileType.DOCX),
                Arguments.of(TestDocuments.xlsx(), FileType.XLSX));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    @Clause("LB-9")
    void documentThatCannotBeCleaned_isRefusedWithTheReason_andStaysAsItWas(byte[] document, FileType type, String code)
            throws IOException {
        Path file = Files.write(folder.resolve("file"), document);

        assertThatThrownBy(() -> CLEANER.clean(file, type))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
        assertThat(Files.readAllBytes(file)).isEqualTo(document);
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of(TestDocuments.lockedPdf("secret"), FileType.PDF, "attachment-locked"),
                Arguments.of(TestDocuments.lockedPdf(""), FileType.PDF, "attachment-locked"),
                Arguments.of(TestDocuments.signedPdf(), FileType.PDF, "attachment-signed"),
                Arguments.of(TestDocuments.pdfBomb(), FileType.PDF, "attachment-unsafe"),
                Arguments.of("%PDF-1.4 nonsense".getBytes(UTF_8), FileType.PDF, "attachment-damaged"),
                Arguments.of(TestDocuments.signedDocx(), FileType.DOCX, "attachment-signed"),
                Arguments.of(TestDocuments.revisedDocx(), FileType.DOCX, "attachment-revised"),
                Arguments.of(TestDocuments.docxWithAnotherInside(), FileType.DOCX, "attachment-unsafe"),
                Arguments.of(TestFiles.archive("word/document.xml"), FileType.DOCX, "attachment-damaged"));
    }

    @Test
    @Clause("LB-9")
    void pictureInside_losesWhatItSaysOfItself_andNoDotOfIt() throws IOException {
        byte[] clean = EmbeddedPicture.clean(TestFiles.photoWithPlace());

        assertThat(new String(clean, ISO_8859_1)).doesNotContain("Exif", "Tel\0");
        assertThat(javax.imageio.ImageIO.read(new ByteArrayInputStream(clean)).getRGB(50, 20))
                .isEqualTo(javax.imageio.ImageIO.read(new ByteArrayInputStream(TestFiles.photoWithPlace()))
                        .getRGB(50, 20));
        assertThat(EmbeddedPicture.clean(TestFiles.join(TestFiles.png(), TestFiles.archive("secret.txt"))))
                .isEqualTo(EmbeddedPicture.clean(TestFiles.png()));
        assertThatThrownBy(() -> EmbeddedPicture.clean(java.util.Arrays.copyOf(TestFiles.photoWithPlace(), 100)))
                .isInstanceOf(Problem.class);
    }

    private byte[] cleaned(byte[] document, FileType type) throws IOException {
        Path file = Files.write(folder.resolve("file"), document);
        CLEANER.clean(file, type);
        return Files.readAllBytes(file);
    }

    private static String link(XWPFDocument document, String id) {
        return document.getPackagePart().getRelationship(id).getTargetURI().toString();
    }

    private static boolean tellsWho(String piece) {
        return piece.contains(TestDocuments.WHO) || piece.contains("Exif") || piece.contains(wide());
    }

    /** As it reads where two bytes are a letter. */
    private static String wide() {
        return new String(TestDocuments.WHO.getBytes(UTF_16LE), ISO_8859_1);
    }

    /** Every object of the file as it is, whether anything points at it or not. */
    private static List<String> pieces(byte[] pdf) throws IOException {
        List<String> pieces = new ArrayList<>(List.of(new String(pdf, ISO_8859_1)));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var file = document.getDocument();
            for (COSObjectKey key : file.getXrefTable().keySet()) {
                var object = file.getObjectFromPool(key).getObject();
                pieces.add(String.valueOf(object));
                if (object instanceof COSStream stream) {
                    boolean picture = COSName.DCT_DECODE.equals(stream.getFilters());
                    try (InputStream in = picture ? stream.createRawInputStream() : stream.createInputStream()) {
                        pieces.add(new String(in.readAllBytes(), ISO_8859_1));
                    }
                }
            }
        }
        return pieces;
    }

    private static List<String> entries(byte[] archive) throws IOException {
        return read(archive, true);
    }

    private static List<String> names(byte[] archive) throws IOException {
        return read(archive, false);
    }

    private static List<String> read(byte[] archive, boolean content) throws IOException {
        List<String> read = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read.add(content ? new String(zip.readAllBytes(), ISO_8859_1) : entry.getName());
            }
        }
        return read;
    }
}
