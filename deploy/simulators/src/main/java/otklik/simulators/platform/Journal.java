package otklik.simulators.platform;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of JSON lines that survives the end of the process: appended before an answer goes out, replaced in one move when
 * it is tidied at the start. Not forced to the disk, so a power cut may take the last lines; a killed process takes none.
 * Streams, not channels: a channel closes for good when the writing thread is interrupted, as it is when a caller hangs up.
 */
public final class Journal<E> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    private final Path file;
    private final Class<E> type;
    private final JsonMapper json;
    private FileOutputStream out;

    public Journal(Path folder, String name, Class<E> type, JsonMapper json) {
        this.file = folder.resolve(name + ".jsonl");
        this.type = type;
        this.json = json;
        try {
            Files.createDirectories(folder);
            this.out = new FileOutputStream(file.toFile(), true);
        } catch (IOException unusable) {
            throw new UncheckedIOException("Cannot write " + file.toAbsolutePath(), unusable);
        }
    }

    /** All entries in the order they were written. A half-written last line, left by a kill, is skipped. */
    public synchronized List<E> read() {
        try {
            List<String> lines = Files.readAllLines(file);
            List<E> entries = new ArrayList<>(lines.size());
            for (int line = 0; line < lines.size(); line++) {
                try {
                    entries.add(json.readValue(lines.get(line), type));
                } catch (JacksonException unreadable) {
                    if (line < lines.size() - 1) {
                        throw unreadable;
                    }
                    log.warn("Skipped the last line of {}: it was cut off when the process ended", file);
                }
            }
            return entries;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public synchronized void append(E entry) {
        try {
            write(out, entry);
        } catch (IOException full) {
            throw new UncheckedIOException("Cannot write " + file, full);
        }
    }

    /** Leaves exactly these entries; a reader of the file sees the old ones or the new ones, never a part. */
    public synchronized void replace(Iterable<? extends E> entries) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            try (FileOutputStream tidied = new FileOutputStream(next.toFile())) {
                for (E entry : entries) {
                    write(tidied, entry);
                }
                tidied.getFD().sync();
            }
            out.close();
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            out = new FileOutputStream(file.toFile(), true);
        } catch (IOException full) {
            throw new UncheckedIOException("Cannot replace " + file, full);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private void write(FileOutputStream to, E entry) throws IOException {
        // The line goes out in one piece: the writer for the declared type keeps its discriminator.
        to.write((json.writerFor(type).writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
