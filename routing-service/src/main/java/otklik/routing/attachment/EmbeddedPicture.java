package otklik.routing.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * A picture inside a document, without what it says of itself: place, camera, author (LB-9). Only the pieces that say so are left out, and
 * what lies behind its end; no dot of it changes, for the document says how it is to be shown. JPEG and PNG; any other is left as it is.
 */
final class EmbeddedPicture {

    private static final int MARKER = 0xFF;
    private static final int BEGIN = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int REMARK = 0xFE;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int COLOURS = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int LAST_APPLICATION = 0xEF;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> PNG_ASIDE = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");

    private EmbeddedPicture() {}

    /** @throws otklik.web.Problem if it breaks off */
    static byte[] clean(byte[] picture) {
        ByteBuffer in = ByteBuffer.wrap(picture);
        ByteArrayOutputStream out = new ByteArrayOutputStream(picture.length);
        try {
            if (picture.length > 2 && (picture[0] & 0xFF) == MARKER && (picture[1] & 0xFF) == BEGIN) {
                cleanJpeg(in, out);
            } else if (in.mismatch(ByteBuffer.wrap(PNG)) == PNG.length) {
                cleanPng(in, out);
            } else {
                return picture;
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw UnfitFile.damaged("Картинка внутри документа обрывается.");
        }
        return out.toByteArray();
    }

    private static void cleanJpeg(ByteBuffer in, ByteArrayOutputStream out) {
        copy(in, 2, out);
        int marker = marker(in);
        while (marker != END) {
            int length = Short.toUnsignedInt(in.getShort(in.position()));
            if (isAside(marker, in)) {
                in.position(in.position() + Math.min(length, in.remaining()));
            } else {
                out.write(MARKER);
                out.write(marker);
                copy(in, length, out);
            }
            if (marker == SCAN && !copyScan(in, out)) {
                return;
            }
            marker = marker(in);
        }
        out.write(MARKER);
        out.write(END);
    }

    /** A profile of colours and the way Adobe keeps them are needed to see it as it is. */
    private static boolean isAside(int marker, ByteBuffer in) {
        boolean application = marker > FIRST_APPLICATION && marker <= LAST_APPLICATION && marker != ADOBE;
        return marker == REMARK || (application && !(marker == COLOURS && isColourProfile(in)));
    }

    private static boolean isColourProfile(ByteBuffer in) {
        byte[] name = new byte[Math.min(11, in.remaining() - 2)];
        in.get(in.position() + 2, name);
        return new String(name, ISO_8859_1).equals("ICC_PROFILE");
    }

    private static int marker(ByteBuffer in) {
        int next = Byte.toUnsignedInt(in.get());
        if (next != MARKER) {
            throw UnfitFile.damaged("Картинку внутри документа не удалось прочитать.");
        }
        while (next == MARKER) {
            next = Byte.toUnsignedInt(in.get());
        }
        return next;
    }

    /** Up to the next marker that is none of the scan itself; many pictures lack their last one, and then nothing is left. */
    private static boolean copyScan(ByteBuffer in, ByteArrayOutputStream out) {
        while (in.hasRemaining()) {
            int at = in.position();
            int next = Byte.toUnsignedInt(in.get());
            int after = next == MARKER && in.hasRemaining() ? Byte.toUnsignedInt(in.get(in.position())) : 0;
            boolean leaves = next == MARKER && after != 0 && after != MARKER && (after < 0xD0 || after > 0xD7);
            if (leaves) {
                in.position(at);
                return true;
            }
            out.write(next);
        }
        return false;
    }

    private static void cleanPng(ByteBuffer in, ByteArrayOutputStream out) {
        copy(in, PNG.length, out);
        String type = "";
        while (!type.equals("IEND")) {
            int length = in.getInt(in.position());
            byte[] name = new byte[4];
            in.get(in.position() + 4, name);
            type = new String(name, ISO_8859_1);
            if (length < 0 || length > in.remaining() - 12) {
                throw new BufferUnderflowException();
            }
            if (PNG_ASIDE.contains(type)) {
                in.position(in.position() + length + 12);
            } else {
                copy(in, length + 12, out);
            }
        }
    }

    private static void copy(ByteBuffer in, int length, ByteArrayOutputStream out) {
        byte[] piece = new byte[length];
        in.get(piece);
        out.writeBytes(piece);
    }
}
