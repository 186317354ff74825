package otklik.routing.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfWriter;
import org.openrtf.text.rtf.RtfWriter2;
import org.openrtf.text.rtf.style.RtfFont;
import org.springframework.http.MediaType;

/** The formats in which a draft leaves. The PDF carries its letters (Liberation Sans, OFL) with it; the others use what the reader's office has. */
enum DraftFormat {
    PDF("pdf", "application/pdf") {
        @Override
        void write(DraftPaper paper, OutputStream out) {
            Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
            PdfWriter.getInstance(document, out);
            document.addTitle(paper.title());
            document.setDocumentLanguage("ru-RU");
            fill(
                    document,
                    paper,
                    new Font(Letters.BOLD, TITLE),
                    new Font(Letters.PLAIN, SMALL),
                    new Font(Letters.PLAIN, TEXT));
        }
    },
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document") {
        @Override
        void write(DraftPaper paper, OutputStream out) throws IOException {
            try (XWPFDocument document = new XWPFDocument()) {
                document.getProperties().getCoreProperties().setTitle(paper.title());
                add(document, paper.title(), TITLE).setBold(true);
                paper.about().forEach(line -> add(document, line, SMALL));
                add(document, "", TEXT);
                paper.paragraphs().forEach(line -> add(document, line, TEXT));
                document.write(out);
            }
        }

        private XWPFRun add(XWPFDocument document, String line, int size) {
            XWPFRun run = document.createParagraph().createRun();
            run.setFontFamily("Liberation Sans");
            run.setFontSize(size);
            run.setText(line);
            return run;
        }
    },
    RTF("rtf", "application/rtf") {
        @Override
        void write(DraftPaper paper, OutputStream out) {
            Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
            RtfWriter2.getInstance(document, out);
            fill(
                    document,
                    paper,
                    new RtfFont("Liberation Sans", TITLE, Font.BOLD),
                    new RtfFont("Liberation Sans", SMALL),
                    new RtfFont("Liberation Sans", TEXT));
        }
    };

    private static final int TITLE = 14;
    private static final int SMALL = 10;
    private static final int TEXT = 12;
    private static final float MARGIN = 57;

    private final String extension;
    private final MediaType type;

    DraftFormat(String extension, String type) {
        this.extension = extension;
        this.type = MediaType.parseMediaType(type);
    }

    String extension() {
        return extension;
    }

    MediaType type() {
        return type;
    }

    byte[] of(DraftPaper paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(paper, out);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written outside", e);
        }
        return out.toByteArray();
    }

    abstract void write(DraftPaper paper, OutputStream out) throws IOException;

    private static void fill(Document document, DraftPaper paper, Font title, Font small, Font text) {
        document.open();
        document.add(new Paragraph(paper.title(), title));
        paper.about().forEach(line -> document.add(new Paragraph(line, small)));
        document.add(new Paragraph(" ", text));
        paper.paragraphs().forEach(line -> document.add(new Paragraph(line.isEmpty() ? " " : line, text)));
        document.close();
    }

    /** Read once, when the first PDF is asked for. */
    private static final class Letters {

        static final BaseFont PLAIN = font("LiberationSans-Regular.ttf");
        static final BaseFont BOLD = font("LiberationSans-Bold.ttf");

        private static BaseFont font(String file) {
            try (InputStream stream = Letters.class.getResourceAsStream("/liberation/" + file)) {
                byte[] bytes = Objects.requireNonNull(stream, file).readAllBytes();
                return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, bytes, null);
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
    }
}
