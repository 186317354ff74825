package otklik.routing.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Documents as officials bring them: {@link #WHO} made them, and they say so wherever a document can. */
final class TestDocuments {

    static final String WHO = "Ivanovskaya";
    static final String WORDS = "Road is mended";

    private static final String SIGNATURES =
            "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin";
    private static final String OLE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject";
    private static final String HYPERLINK =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

    private TestDocuments() {}

    /** Makes a document. */
    private interface Making {
        void into(ByteArrayOutputStream out) throws IOException, OpenXML4JException;
    }

    private static byte[] made(Making making) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            making.into(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OpenXML4JException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    static byte[] plainPdf() {
        return made(out -> {
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                document.save(out);
            }
        });
    }

    /** With an author, a description, a remark, a drawn frame, a link, a file inside and a photo that says where it was taken. */
    static byte[] pdf() {
        return made(out -> {
            try (PDDocument document = new PDDocument()) {
                PDPage page = new PDPage();
                document.addPage(page);
                draw(document, page);
                annotate(page);
                document.getDocumentInformation().setAuthor(WHO);
                document.getDocumentInformation().setProducer(WHO + "'s printer");
                document.getDocumentCatalog().setMetadata(described(document));
                page.getCOSObject().setItem("PieceInfo", described(document).getCOSObject());
                embed(document);
                document.save(out);
            }
        });
    }

    private static void draw(PDDocument document, PDPage page) throws IOException {
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            pen.drawImage(JPEGFactory.createFromByteArray(document, TestFiles.photoWithPlace()), 50, 50);
            pen.beginText();
            pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            pen.newLineAtOffset(50, 700);
            pen.showText(WORDS);
            pen.endText();
        }
    }

    private static void annotate(PDPage page) throws IOException {
        PDAnnotationText remark = new PDAnnotationText();
        remark.setContents("Why so late? " + WHO);
        remark.setTitlePopup(WHO);
        remark.setRectangle(new PDRectangle(10, 10, 20, 20));
        PDAnnotationSquare frame = new PDAnnotationSquare();
        frame.setTitlePopup(WHO);
        frame.setRectangle(new PDRectangle(40, 40, 90, 90));
        PDAnnotationLink link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(40, 690, 90, 20));
        page.setAnnotations(List.of(remark, frame, link));
    }

    private static PDMetadata described(PDDocument document) throws IOException {
        return new PDMetadata(
                document, new ByteArrayInputStream(("<x:xmpmeta>" + WHO + "</x:xmpmeta>").getBytes(UTF_8)));
    }

    private static void embed(PDDocument document) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("draft.txt");
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(WHO.getBytes(UTF_8))));
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of("draft.txt", file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }

    static byte[] lockedPdf(String passwordToOpen) {
        return made(out -> {
            try (PDDocument document = Loader.loadPDF(pdf())) {
                document.protect(new StandardProtectionPolicy("owner", passwordToOpen, new AccessPermission()));
                document.save(out);
            }
        });
    }

    static byte[] signedPdf() {
        return made(out -> {
            try (PDDocument document = Loader.loadPDF(pdf())) {
                PDSignature signature = new PDSignature();
                signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
                signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
                signature.setName(WHO);
                signature.setSignDate(new GregorianCalendar(2026, Calendar.MAY, 5));
                document.addSignature(signature, content -> new byte[] {1, 2, 3});
                document.saveIncremental(out);
            }
        });
    }

    /** A list of objects that unpacks to more than anybody should hold. */
    static byte[] pdfBomb() {
        return made(out -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (var deflater = new java.util.zip.DeflaterOutputStream(packed)) {
                byte[] zeroes = new byte[1 << 20];
                for (int i = 0; i < 80; i++) {
                    deflater.write(zeroes);
                }
            }
            out.writeBytes(("%PDF-1.5\n1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + packed.size()
                            + ">>\nstream\n")
                    .getBytes(UTF_8));
            packed.writeTo(out);
            out.writeBytes("\nendstream endobj\n%%EOF\n".getBytes(UTF_8));
        });
    }

    static byte[] plainDocx() {
        return made(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.createParagraph().createRun().setText(WORDS);
                document.write(out);
            }
        });
    }

    /** With an author, a firm, a remark, a change of looks, a link to a disk and a photo that says where it was taken. */
    static byte[] docx() {
        return made(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                var properties = document.getProperties();
                properties.getCoreProperties().setCreator(WHO);
                properties.getCoreProperties().setLastModifiedByUser(WHO);
                properties.getExtendedProperties().getUnderlyingProperties().setCompany(WHO + " & Co");
                properties.getCustomProperties().addProperty("Checked by", WHO);
                XWPFParagraph paragraph = document.createParagraph();
                XWPFRun run = paragraph.createRun();
                run.setText(WORDS);
                run.addPicture(
                        new ByteArrayInputStream(TestFiles.photoWithPlace()),
                        PictureType.JPEG,
                        "C:\\Users\\" + WHO + "\\road.jpg",
                        Units.toEMU(60),
                        Units.toEMU(40));
                run.getCTR().addNewRPr().addNewRPrChange().setAuthor(WHO);
                remark(document, paragraph);
                document.getPackagePart()
                        .addExternalRelationship("file:///C:/Users/" + WHO + "/plan%20B.docx", HYPERLINK, "rIdDisk");
                document.getPackagePart()
                        .addExternalRelationship(
                                "file:///C:%5CUsers%5C" + WHO + "%5Cplan.docx", HYPERLINK, "rIdWindows");
                document.write(out);
            }
        });
    }

    private static void remark(XWPFDocument document, XWPFParagraph paragraph) {
        XWPFComment remark = document.createComments().createComment(java.math.BigInteger.ONE);
        remark.setAuthor(WHO);
        remark.createParagraph().createRun().setText("Ask " + WHO);
        paragraph.getCTP().addNewCommentRangeStart().setId(java.math.BigInteger.ONE);
        paragraph.getCTP().addNewCommentRangeEnd().setId(java.math.BigInteger.ONE);
        paragraph.createRun().getCTR().addNewCommentReference().setId(java.math.BigInteger.ONE);
    }

    static byte[] revisedDocx() {
        return made(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                var added = document.createParagraph().getCTP().addNewIns();
                added.setAuthor(WHO);
                added.addNewR().addNewT().setStringValue(WORDS);
                document.write(out);
            }
        });
    }

    static byte[] signedDocx() {
        return withPart("/_xmlsignatures/origin.sigs", SIGNATURES, true);
    }

    static byte[] docxWithAnotherInside() {
        return withPart("/word/embeddings/oleObject1.bin", OLE, false);
    }

    private static byte[] withPart(String name, String relationship, boolean ofPackage) {
        return made(out -> {
            try (OPCPackage document = OPCPackage.open(new ByteArrayInputStream(plainDocx()))) {
                PackagePart inside =
                        document.createPart(PackagingURIHelper.createPartName(name), "application/octet-stream");
                inside.getOutputStream().write(1);
                if (ofPackage) {
                    document.addRelationship(inside.getPartName(), TargetMode.INTERNAL, relationship);
                } else {
                    document.getPart(PackagingURIHelper.createPartName("/word/document.xml"))
                            .addRelationship(inside.getPartName(), TargetMode.INTERNAL, relationship);
                }
                document.save(out);
            }
        });
    }

    static byte[] lockedDocx() {
        return made(out -> {
            try (POIFSFileSystem wrapped = new POIFSFileSystem()) {
                Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
                encryptor.confirmPassword("secret");
                try (var in = encryptor.getDataStream(wrapped)) {
                    in.write(plainDocx());
                } catch (java.security.GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
                wrapped.writeFilesystem(out);
            }
        });
    }

    static byte[] plainXlsx() {
        return made(out -> {
            try (XSSFWorkbook book = new XSSFWorkbook()) {
                book.createSheet("План").createRow(0).createCell(0).setCellValue(WORDS);
                book.write(out);
            }
        });
    }

    /** With an author, a remark in a cell, who opened it last, and a printer. */
    static byte[] xlsx() {
        return made(out -> {
            try (XSSFWorkbook book = new XSSFWorkbook()) {
                book.getProperties().getCoreProperties().setCreator(WHO);
                book.getCTWorkbook().addNewFileSharing().setUserName(WHO);
                XSSFSheet sheet = book.createSheet("План");
                XSSFCell cell = sheet.createRow(0).createCell(0);
                cell.setCellValue(WORDS);
                XSSFComment remark =
                        sheet.createDrawingPatriarch().createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 1, 1, 3, 4));
                remark.setAuthor(WHO);
                remark.setString("Ask " + WHO);
                cell.setCellComment(remark);
                PackagePart printer = sheet.getPackagePart()
                        .getPackage()
                        .createPart(
                                PackagingURIHelper.createPartName("/xl/printerSettings/printerSettings1.bin"),
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings");
                printer.getOutputStream().write(("\\\\" + WHO + "-PC\\printer").getBytes(UTF_8));
                String id = sheet.getPackagePart()
                        .addRelationship(
                                printer.getPartName(),
                                TargetMode.INTERNAL,
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/printerSettings")
                        .getId();
                sheet.getCTWorksheet().addNewPageSetup().setId(id);
                book.write(out);
            }
        });
    }

    /** What a page has of annotations, by kind. */
    static List<String> annotations(PDDocument document) throws IOException {
        return document.getPage(0).getAnnotations().stream()
                .map(annotation -> annotation.getCOSObject().getNameAsString(COSName.SUBTYPE))
                .toList();
    }
}
