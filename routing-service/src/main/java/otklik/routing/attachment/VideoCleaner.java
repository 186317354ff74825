package otklik.routing.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import otklik.web.Problem;

/**
 * Blanks what a film says about itself beside picture and sound: place, telephone, author (LB-9). Works on the boxes of ISO 14496-12 in place
 * and without moving anything, so the film stays as it was: a box of metadata becomes free space of the same length. What a telephone
 * records as a track of its own stays.
 */
final class VideoCleaner {

    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "moof", "traf", "mdia", "minf");
    private static final Set<String> METADATA = Set.of("udta", "meta", "uuid");
    private static final int DEEPEST = 6;
    private static final int HEADER = 8;
    private static final int LARGE_HEADER = 16;

    private VideoCleaner() {}

    /** A box: where it begins, where its content begins, where it ends (exclusive). */
    private record Box(String type, long start, long content, long end) {}

    /** Blocks. */
    static void clean(Path file) throws IOException {
        try (FileChannel film = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (!walk(film, 0, film.size(), 0)) {
                throw UnfitFile.damaged("В видео нет описания дорожек, его не проиграть.");
            }
        }
    }

    /** @return whether there was a description of tracks */
    private static boolean walk(FileChannel film, long from, long to, int depth) throws IOException {
        boolean described = false;
        for (long at = from; at < to; ) {
            Box box = box(film, at, to);
            described |= box.type().equals("moov");
            if (METADATA.contains(box.type())) {
                blank(film, box);
            } else if (CONTAINERS.contains(box.type()) && depth < DEEPEST) {
                walk(film, box.content(), box.end(), depth + 1);
            }
            at = box.end();
        }
        return described;
    }

    private static Box box(FileChannel film, long at, long to) throws IOException {
        ByteBuffer head = read(film, at, (int) Math.min(LARGE_HEADER, to - at));
        if (head.remaining() < HEADER) {
            throw broken();
        }
        long size = Integer.toUnsignedLong(head.getInt());
        byte[] type = new byte[4];
        head.get(type);
        int header = HEADER;
        if (size == 1 && head.remaining() >= Long.BYTES) {
            size = head.getLong();
            header = LARGE_HEADER;
        }
        long end = size == 0 ? to : at + size;
        if (end < at + header || end > to) {
            throw broken();
        }
        return new Box(new String(type, ISO_8859_1), at, at + header, end);
    }

    private static void blank(FileChannel film, Box box) throws IOException {
        film.write(ByteBuffer.wrap("free".getBytes(ISO_8859_1)), box.start() + Integer.BYTES);
        ByteBuffer zeroes = ByteBuffer.allocate(8192);
        for (long at = box.content(); at < box.end(); ) {
            zeroes.clear().limit((int) Math.min(zeroes.capacity(), box.end() - at));
            at += film.write(zeroes, at);
        }
    }

    private static ByteBuffer read(FileChannel film, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.max(length, 0));
        while (bytes.hasRemaining() && film.read(bytes, at + bytes.position()) >= 0) {
            // Goes on until it is full or the file ends.
        }
        return bytes.flip();
    }

    private static Problem broken() {
        return UnfitFile.damaged("Видео обрывается.");
    }
}
