package otklik.standalone.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where one installation keeps everything it knows: data, logs, who runs it and on which ports. One process at a time. */
public record StateFolder(Path path) {

    public StateFolder {
        path = path.toAbsolutePath().normalize();
    }

    public Path logs() {
        return path.resolve("logs");
    }

    /** Holds the folder until it is closed or the process dies. */
    Held hold() {
        try {
            Files.createDirectories(logs());
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new LaunchException(alreadyRunning());
            }
            Files.writeString(pidFile(), Long.toString(ProcessHandle.current().pid()));
            return new Held(channel, this);
        } catch (IOException e) {
            throw new LaunchException("Папка " + path + " недоступна для записи: " + e.getMessage() + ".", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private String alreadyRunning() {
        String who = pid().map(pid -> " (процесс " + pid + ")").orElse("");
        return "Отклик уже запущен в этой папке" + who
                + ". Остановить его: ./otklik stop; посмотреть: ./otklik status.";
    }

    private Optional<Long> pid() {
        try {
            return Optional.of(Long.valueOf(Files.readString(pidFile()).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return path.resolve("otklik.pid");
    }

    private Path portsFile() {
        return path.resolve("ports.properties");
    }

    void remember(Ports ports) {
        var properties = new Properties();
        ports.byPort().forEach((port, number) -> properties.setProperty(port.key(), number.toString()));
        try (var writer = Files.newBufferedWriter(portsFile())) {
            properties.store(writer, "Ports of the running Otklik");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ports of the Otklik that runs here, or the usual ones if none does. */
    public Ports runningPorts() {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(portsFile())) {
            properties.load(reader);
        } catch (IOException e) {
            return Ports.usual();
        }
        Map<Port, Integer> all = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            all.put(port, Integer.valueOf(properties.getProperty(port.key(), Integer.toString(port.usual()))));
        }
        return new Ports(all);
    }

    /** The folder in use by this process. */
    static final class Held implements AutoCloseable {

        private final FileChannel channel;
        private final StateFolder folder;

        private Held(FileChannel channel, StateFolder folder) {
            this.channel = channel;
            this.folder = folder;
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(folder.pidFile());
            Files.deleteIfExists(folder.portsFile());
            channel.close();
        }
    }
}
