package otklik.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a server keeps its data: a folder that stays, or a temporary one that goes with the server. */
record DataFolder(Path path, boolean isTemporary) {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    static DataFolder keptOrTemporary(@Nullable Path kept, String name) {
        if (kept != null) {
            return new DataFolder(kept.toAbsolutePath().normalize(), false);
        }
        try {
            return new DataFolder(
                    Files.createTempDirectory("otklik-" + name + "-").resolve("data"), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a temporary folder; leaves a kept one alone. What cannot be removed is left to the system's cleaning of /tmp. */
    void discardIfTemporary() {
        Path root = path.getParent();
        if (!isTemporary || root == null) {
            return;
        }
        try (var files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).forEach(DataFolder::delete);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("Temporary folder {} stays behind", root, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
