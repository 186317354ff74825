package otklik.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import otklik.embedded.EmbeddedStartException.Reason;

/**
 * Says that a living process uses a folder. The lock file stands beside the folder ({@code <folder>.lock}), since PostgreSQL
 * wants the folder itself empty at first; the operating system lets go of the lock when its process dies, however it dies.
 */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder, String user) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolveSibling(folder.getFileName() + ".lock");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new EmbeddedStartException(
                        Reason.FOLDER_IN_USE,
                        "The folder " + folder + " is in use by another running " + user + ".",
                        null);
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new EmbeddedStartException(
                    Reason.FAILED,
                    "The folder " + folder + " of " + user + " cannot be used: " + e.getMessage() + ".",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing depends on it: the lock goes with the process at the latest.
        }
    }
}
