package otklik.standalone.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a CSV file is written: found out from its beginning, for nobody knows what their export is written in.
 *
 * @param skip bytes of a byte order mark
 */
record FileForm(Charset charset, int skip, char delimiter) {

    private static final int BEGINNING = 1 << 20;
    private static final Charset CP1251 = Charset.forName("windows-1251");

    static FileForm of(Path file) throws IOException {
        byte[] beginning;
        try (InputStream in = Files.newInputStream(file)) {
            beginning = in.readNBytes(BEGINNING);
        }
        boolean isMarked = beginning.length >= 3
                && (beginning[0] & 0xff) == 0xef
                && (beginning[1] & 0xff) == 0xbb
                && (beginning[2] & 0xff) == 0xbf;
        Charset charset = isMarked || isUtf8(beginning) ? StandardCharsets.UTF_8 : CP1251;
        int skip = isMarked ? 3 : 0;
        String text = new String(beginning, skip, beginning.length - skip, charset);
        return new FileForm(charset, skip, delimiter(text));
    }

    /** A character cut off at the end of the beginning is no fault. */
    private static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return !decoder.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length + 1), false)
                .isError();
    }

    /** Whichever of {@code ; , tab} the header has most of, outside quotes. */
    private static char delimiter(String text) {
        int[] counts = new int[3];
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            isQuoted ^= c == '"';
            if (!isQuoted && (c == '\n' || c == '\r')) {
                break;
            }
            int known = isQuoted ? -1 : ";,\t".indexOf(c);
            if (known >= 0) {
                counts[known]++;
            }
        }
        if (counts[0] >= counts[1] && counts[0] >= counts[2]) {
            return ';';
        }
        return counts[1] >= counts[2] ? ',' : '\t';
    }
}
