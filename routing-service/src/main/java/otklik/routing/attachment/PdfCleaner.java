package otklik.routing.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Takes out of a PDF who made it, when and with what, remarks of readers, files inside it and what photos in it say of themselves. It is
 * written anew from what its pages need, so earlier revisions, which a PDF keeps behind the last one, go too.
 */
final class PdfCleaner {

    /** What any object may say of itself: a description, private notes of the program that made it, files inside. */
    private static final Set<String> ASIDE = Set.of("Metadata", "PieceInfo", "LastModified", "AF", "EmbeddedFiles");

    /** Annotations that are only remarks about the document. */
    private static final Set<String> REMARKS = Set.of(
            "Text",
            "Popup",
            "Highlight",
            "Underline",
            "Squiggly",
            "StrikeOut",
            "Caret",
            "FileAttachment",
            "Sound",
            "Redact");

    /** Annotations that belong to what the page shows; they stay, without their authors. */
    private static final Set<String> DRAWN =
            Set.of("FreeText", "Stamp", "Ink", "Line", "Square", "Circle", "Polygon", "PolyLine");

    /** Who made an annotation, when, and about what. */
    private static final List<String> AUTHORSHIP =
            List.of("T", "Subj", "RC", "CreationDate", "M", "NM", "Popup", "IRT");

    /** Of one picture, and of all lists of objects in a file, once they are unpacked. */
    private static final int LARGEST_UNPACKED = 64 << 20;

    /** How far before its data the description of a stream is looked for. */
    private static final int DESCRIPTION = 1000;

    private static final Pattern STREAM = Pattern.compile("stream\r?\n");

    private PdfCleaner() {}

    /** @throws otklik.web.Problem if it is locked or signed, or unpacks without end */
    static void clean(Path file, Path to) throws IOException {
        requireNoBomb(Files.readAllBytes(file));
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            if (document.isEncrypted()) {
                throw UnfitFile.locked();
            }
            if (!document.getSignatureDictionaries().isEmpty()) {
                throw UnfitFile.signed();
            }
            document.getDocument().getTrailer().removeItem(COSName.INFO);
            for (PDPage page : document.getPages()) {
                removeRemarks(page.getCOSObject());
            }
            cleanAll(document.getDocument().getTrailer());
            // What the library makes the file's identifier of: else the time of day.
            document.setDocumentId(0L);
            document.save(to.toFile());
        } catch (InvalidPasswordException e) {
            throw UnfitFile.locked();
        }
    }

    /** Lists of objects are unpacked by the library as a whole; so their size is found out before, without keeping anything. */
    private static void requireNoBomb(byte[] file) throws IOException {
        String text = new String(file, ISO_8859_1);
        Matcher stream = STREAM.matcher(text);
        long unpacked = 0;
        while (stream.find()) {
            String before = text.substring(Math.max(0, stream.start() - DESCRIPTION), stream.start());
            String about = before.substring(Math.max(0, before.lastIndexOf(" obj")));
            boolean listed = about.contains("ObjStm") || about.contains("XRef") || about.contains("#");
            unpacked += listed ? unpacked(file, stream.end(), LARGEST_UNPACKED - unpacked) : 0;
            if (unpacked > LARGEST_UNPACKED) {
                throw UnfitFile.unpacksTooLarge();
            }
        }
    }

    private static long unpacked(byte[] file, int from, long most) throws IOException {
        byte[] piece = new byte[1 << 16];
        long unpacked = 0;
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(file, from, file.length - from))) {
            for (int read = in.read(piece); read >= 0 && unpacked <= most; read = in.read(piece)) {
                unpacked += read;
            }
        } catch (ZipException | java.io.EOFException e) {
            // Packed otherwise, or broken: what the library makes of it is no larger.
        }
        return unpacked;
    }

    private static void removeRemarks(COSDictionary page) {
        COSArray annotations = page.getCOSArray(COSName.ANNOTS);
        if (annotations != null) {
            for (int i = annotations.size() - 1; i >= 0; i--) {
                if (annotations.getObject(i) instanceof COSDictionary annotation && is(annotation, REMARKS)) {
                    annotations.remove(i);
                }
            }
        }
    }

    private static boolean is(COSDictionary annotation, Set<String> subtypes) {
        String subtype = annotation.getNameAsString(COSName.SUBTYPE);
        return subtype != null && subtypes.contains(subtype) && annotation.containsKey(COSName.RECT);
    }

    /** Every object that can be reached; each once, for they point at each other in circles. */
    private static void cleanAll(COSBase root) throws IOException {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> left = new ArrayDeque<>(List.of(root));
        for (COSBase next = left.poll(); next != null; next = left.poll()) {
            COSBase object = next instanceof COSObject reference ? reference.getObject() : next;
            if (object == null || !seen.add(object)) {
                continue;
            }
            if (object instanceof COSDictionary dictionary) {
                clean(dictionary);
                dictionary.getValues().stream().filter(Objects::nonNull).forEach(left::add);
            } else if (object instanceof COSArray array) {
                array.toList().stream().filter(Objects::nonNull).forEach(left::add);
            }
        }
    }

    private static void clean(COSDictionary object) throws IOException {
        // A list of fonts or pictures by name has neither; a font may be called anything there.
        boolean isTyped = object instanceof COSStream
                || object.containsKey(COSName.TYPE)
                || object.containsKey(COSName.SUBTYPE)
                || object.containsKey("EmbeddedFiles");
        if (isTyped) {
            ASIDE.forEach(key -> object.removeItem(COSName.getPDFName(key)));
        }
        if (object.containsKey(COSName.F) || object.containsKey(COSName.UF)) {
            object.removeItem(COSName.EF);
        }
        if (is(object, REMARKS) || is(object, DRAWN)) {
            AUTHORSHIP.forEach(key -> object.removeItem(COSName.getPDFName(key)));
            if (!"FreeText".equals(object.getNameAsString(COSName.SUBTYPE))) {
                object.removeItem(COSName.CONTENTS);
            }
        }
        if (object instanceof COSStream stream) {
            cleanPhoto(stream);
        }
    }

    private static void cleanPhoto(COSStream stream) throws IOException {
        List<COSBase> filters = filters(stream);
        if (filters.isEmpty() || !filters.getLast().equals(COSName.DCT_DECODE)) {
            return;
        }
        byte[] photo = EmbeddedPicture.clean(photo(stream, filters));
        COSBase parameters = stream.getDictionaryObject(COSName.DECODE_PARMS);
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(photo);
        }
        stream.setItem(COSName.FILTER, COSName.DCT_DECODE);
        if (parameters instanceof COSArray each) {
            stream.setItem(COSName.DECODE_PARMS, each.size() == 0 ? null : each.getObject(each.size() - 1));
        }
    }

    /** As a camera writes it; where it was packed once more, unpacked. */
    private static byte[] photo(COSStream stream, List<COSBase> filters) throws IOException {
        try (InputStream raw = stream.createRawInputStream()) {
            if (filters.size() == 1) {
                return raw.readAllBytes();
            }
            if (filters.size() > 2 || !filters.getFirst().equals(COSName.FLATE_DECODE)) {
                throw UnfitFile.damaged("В документе фото, из которого не убрать сведения о съёмке.");
            }
            byte[] photo = new InflaterInputStream(raw).readNBytes(LARGEST_UNPACKED);
            if (photo.length == LARGEST_UNPACKED) {
                throw UnfitFile.unpacksTooLarge();
            }
            return photo;
        }
    }

    private static List<COSBase> filters(COSStream stream) {
        COSBase filters = stream.getFilters();
        Stream<? extends COSBase> each =
                filters instanceof COSArray array ? array.toList().stream() : Stream.ofNullable(filters);
        return each.map(filter -> filter instanceof COSObject reference ? reference.getObject() : filter)
                .filter(Objects::nonNull)
                .map(COSBase.class::cast)
                .toList();
    }
}
