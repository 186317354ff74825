package otklik.routing.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import otklik.routing.attachment.core.FileType;
import otklik.web.Problem;

/**
 * Takes out of a document what it says of those who made it (LB-9): its words and pictures stay. What cannot be cleaned is refused with what
 * to do about it. The same document always becomes the same bytes. Two at once are the most: each costs some times its size in memory.
 */
final class DocumentCleaner {

    private static final Logger log = LoggerFactory.getLogger(DocumentCleaner.class);

    private final Semaphore atOnce = new Semaphore(2);

    /** Writes the cleaned document in place of the file. Blocks. */
    void clean(Path file, FileType type) throws IOException {
        atOnce.acquireUninterruptibly();
        try {
            Path cleaned = Files.createTempFile("otklik-document", ".tmp");
            try {
                write(file, type, cleaned);
                Files.move(cleaned, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(cleaned);
            }
        } finally {
            atOnce.release();
        }
    }

    private static void write(Path file, FileType type, Path to) {
        try {
            if (type == FileType.PDF) {
                PdfCleaner.clean(file, to);
            } else {
                OfficeCleaner.clean(file, to);
            }
        } catch (IOException | RuntimeException e) {
            // The libraries tell of broken documents in all these ways.
            if (e instanceof Problem problem) {
                throw problem;
            }
            log.info("A document of type {} is refused, it could not be read: {}", type, e.toString());
            throw UnfitFile.damaged("Документ не открывается.");
        }
    }
}
