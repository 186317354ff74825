package otklik.routing.document;

import com.rtfparserkit.converter.text.StringTextConverter;
import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.rtf.Command;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import otklik.routing.incident.core.TextSafety;
import otklik.web.Problem;

/**
 * A file with a draft, told by its content and not by its name: DOCX, DOC or RTF. Gives its words and nothing else; whatever could run or
 * hide in it is refused. Needs memory of a few times {@link #LARGEST}, so only a few are read at once.
 */
final class DraftFile {

    static final int LARGEST = 5 << 20;

    /** Of a DOCX once it is unpacked; pictures hardly grow, words grow tenfold. */
    private static final long LARGEST_UNPACKED = 24L << 20;

    private static final long LARGEST_WORDS = 4L << 20;
    private static final int MOST_ENTRIES = 1000;
    private static final int LONGEST = 20_000;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] RICH = "{\\rtf".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern EMBEDDED = Pattern.compile("\\\\obj(data|emb|link|autlink|ocx)(?![a-z])");
    private static final Pattern OPTIONAL = Pattern.compile("\\{\\\\\\*\\s*\\\\([a-z]+)");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");

    private DraftFile() {}

    /**
     * What stands in a file.
     *
     * @param format docx, doc or rtf
     * @param removed how many invisible characters were left out
     */
    record Words(String format, String text, int removed) {}

    /** @throws Problem if it is none of the three, or not one to be trusted */
    static Words read(byte[] file) {
        try {
            if (startsWith(file, ZIP)) {
                return words("docx", docx(file));
            }
            if (startsWith(file, OLE)) {
                return words("doc", doc(file));
            }
            if (startsWith(file, RICH)) {
                return words("rtf", rtf(file));
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof Problem problem ? problem : broken();
        }
        throw wrongType();
    }

    private static Words words(String format, String raw) {
        String lines = raw.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u000B', '\n')
                .replace('\f', '\n');
        String seen = lines.replace('\u2028', '\n').replace('\u2029', '\n').replace('\u00A0', ' ');
        String clean = TextSafety.withoutHidden(seen);
        String text = BLANK_LINES
                .matcher(String.join(
                        "\n", clean.lines().map(String::stripTrailing).toList()))
                .replaceAll("\n\n")
                .strip();
        if (text.isEmpty()) {
            throw Problem.unprocessable(
                    "file-without-text", "В файле нет текста", "Проверьте файл: возможно, текст в нём — картинка.");
        }
        if (text.length() > LONGEST) {
            throw Problem.unprocessable(
                    "text-too-long",
                    "Слишком длинный текст",
                    "В файле " + text.length() + " знаков, читается до " + LONGEST + ". Оставьте только ответ.");
        }
        return new Words(format, text, seen.length() - clean.length());
    }

    private static String docx(byte[] file) throws IOException {
        inspect(file);
        StringBuilder text = new StringBuilder();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            add(document.getBodyElements(), text);
        }
        return text.toString();
    }

    private static void add(List<IBodyElement> elements, StringBuilder text) {
        for (IBodyElement element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                text.append(paragraph.getText()).append('\n');
            } else if (element instanceof XWPFTable table) {
                table.getRows().forEach(row -> row.getTableCells().forEach(cell -> add(cell.getBodyElements(), text)));
            }
        }
    }

    /** Unpacks once without keeping anything, so that what grows without end is found before anybody holds it. */
    private static void inspect(byte[] file) throws IOException {
        boolean word = false;
        long unpacked = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("vbaProject.bin")) {
                    throw macros();
                }
                boolean words = entry.getName().endsWith(".xml");
                word |= entry.getName().equals("word/document.xml");
                unpacked += size(zip, words ? LARGEST_WORDS : LARGEST_UNPACKED - unpacked);
                if (++entries > MOST_ENTRIES || unpacked > LARGEST_UNPACKED) {
                    throw bomb();
                }
            }
        }
        if (!word) {
            throw wrongType();
        }
    }

    private static long size(ZipInputStream entry, long most) throws IOException {
        byte[] buffer = new byte[8192];
        long size = 0;
        for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            size += read;
            if (size > most) {
                throw bomb();
            }
        }
        return size;
    }

    private static String doc(byte[] file) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw encrypted();
            }
            if (!root.hasEntryCaseInsensitive("WordDocument")) {
                throw wrongType();
            }
            if (root.hasEntryCaseInsensitive("Macros") || root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
                throw macros();
            }
            try (HWPFDocument document = new HWPFDocument(root);
                    WordExtractor words = new WordExtractor(document)) {
                return WordExtractor.stripFields(String.join("", words.getParagraphText()));
            }
        } catch (org.apache.poi.EncryptedDocumentException e) {
            throw encrypted();
        } catch (OldWordFileFormatException e) {
            throw new Problem(
                    415,
                    "file-too-old",
                    "Слишком старый формат",
                    "Файл записан программой Word 95 или раньше. Сохраните его как DOCX.",
                    null);
        }
    }

    private static String rtf(byte[] file) throws IOException {
        String raw = new String(file, StandardCharsets.ISO_8859_1);
        if (EMBEDDED.matcher(raw).find()) {
            throw macros();
        }
        StringTextConverter converter = new StringTextConverter();
        byte[] known = withoutUnknownGroups(raw).getBytes(StandardCharsets.ISO_8859_1);
        converter.convert(new RtfStreamSource(new ByteArrayInputStream(known)));
        return converter.getText();
    }

    /** Who does not know an optional group has to pass it over; the parser would read its words, so it gets one that it passes over. */
    private static String withoutUnknownGroups(String raw) {
        return OPTIONAL.matcher(raw)
                .replaceAll(group -> Command.getInstance(group.group(1)) == null
                        ? Matcher.quoteReplacement("{\\*\\generator")
                        : Matcher.quoteReplacement(group.group()));
    }

    private static boolean startsWith(byte[] file, byte[] mark) {
        return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }

    private static Problem wrongType() {
        return new Problem(
                415,
                "wrong-file-type",
                "Это не документ Word и не RTF",
                "Пришлите файл DOCX, DOC или RTF. Важно содержимое, а не название файла.",
                null);
    }

    private static Problem broken() {
        return Problem.unprocessable(
                "file-unreadable",
                "Файл не удалось прочитать",
                "Похоже, он повреждён. Откройте его у себя, сохраните заново как DOCX и попробуйте ещё раз.");
    }

    private static Problem bomb() {
        return Problem.unprocessable(
                "file-too-large-inside",
                "Внутри файла слишком много",
                "В распакованном виде файл слишком велик. Оставьте только текст ответа.");
    }

    private static Problem macros() {
        return Problem.unprocessable(
                "file-with-macros",
                "В файле макросы или вложенные объекты",
                "Такие файлы не читаются. Сохраните документ без макросов и вложений (DOCX) и пришлите снова.");
    }

    private static Problem encrypted() {
        return Problem.unprocessable(
                "file-encrypted", "Файл защищён паролем", "Снимите пароль и пришлите файл ещё раз.");
    }
}
