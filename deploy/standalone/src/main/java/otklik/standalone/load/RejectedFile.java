package otklik.standalone.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The side file: rows that were not taken, each with its line and the reason. Made when there is the first. Thread-safe. */
final class RejectedFile implements AutoCloseable {

    private final Path path;
    private final char delimiter;
    private final List<String> header;
    private @Nullable CsvWriter writer;

    /** An older side file of the same export is removed: it tells of an older load. */
    RejectedFile(Path export, char delimiter, List<String> header) throws IOException {
        this.path = export.resolveSibling(export.getFileName() + ".rejected.csv");
        this.delimiter = delimiter;
        this.header = header;
        Files.deleteIfExists(path);
    }

    Path path() {
        return path;
    }

    synchronized void add(Row row, String reason) {
        try {
            CsvWriter open = writer;
            if (open == null) {
                open = CsvWriter.builder().fieldSeparator(delimiter).build(path, StandardCharsets.UTF_8);
                writer = open;
                open.writeRecord(line("Строка", "Причина", header));
            }
            open.writeRecord(line(Long.toString(row.line()), reason, row.cells()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> line(String number, String reason, List<String> cells) {
        List<String> line = new ArrayList<>(List.of(number, reason));
        line.addAll(cells);
        return line;
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
