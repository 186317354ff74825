package otklik.embedded;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import otklik.embedded.EmbeddedStartException.Reason;

/**
 * One real Kafka node (broker and KRaft controller in one) inside this JVM, listening on 127.0.0.1 only. Topics are never
 * created by themselves. Memory: about 60 MB of heap; start: about two seconds. A fatal fault of the broker ends the JVM.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final String NAME = "Kafka";
    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final FolderLock lock;
    private final DataFolder folder;
    private final int port;
    private boolean isClosed;

    private EmbeddedKafka(KafkaRaftServer server, FolderLock lock, DataFolder folder, int port) {
        this.server = server;
        this.lock = lock;
        this.folder = folder;
        this.port = port;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** In a temporary folder, on a free port: for tests. */
    public static EmbeddedKafka temporary() {
        return builder().start();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Stops the node cleanly; a temporary folder goes with it. */
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        server.shutdown();
        server.awaitShutdown();
        lock.close();
        folder.discardIfTemporary();
    }

    /** What can be chosen: where the data is kept (default: nowhere), the port (default: a free one), any broker setting. */
    public static final class Builder {

        private final Map<String, String> settings = new LinkedHashMap<>();
        private @Nullable Path kept;
        private int port;

        private Builder() {}

        /** Keeps the data in this folder, across restarts. */
        public Builder dataFolder(Path folder) {
            this.kept = folder;
            return this;
        }

        /** 0 = a free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** A broker setting that goes before the ones chosen here. */
        public Builder setting(String name, String value) {
            settings.put(name, value);
            return this;
        }

        public EmbeddedKafka start() {
            int claimed = LocalPort.claim(port, NAME);
            DataFolder folder = DataFolder.keptOrTemporary(kept, "kafka");
            FolderLock lock = FolderLock.take(folder.path(), NAME);
            try {
                format(folder.path());
                Map<String, String> all = KafkaNodeSettings.of(NODE, claimed, LocalPort.free(), folder.path());
                all.putAll(settings);
                return new EmbeddedKafka(startServer(all), lock, folder, claimed);
            } catch (EmbeddedStartException e) {
                lock.close();
                throw e;
            }
        }

        private static KafkaRaftServer startServer(Map<String, String> settings) {
            try {
                var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
                server.startup();
                return server;
            } catch (RuntimeException e) {
                throw new EmbeddedStartException(Reason.FAILED, "Kafka did not start: " + e.getMessage() + ".", e);
            }
        }

        /** Marks an empty folder as this node's; a folder marked before is left as it is. */
        private static void format(Path folder) {
            if (Files.exists(folder.resolve("meta.properties"))) {
                return;
            }
            var output = new ByteArrayOutputStream();
            try {
                new Formatter()
                        .setPrintStream(new PrintStream(output, true, StandardCharsets.UTF_8))
                        .setNodeId(NODE)
                        .setClusterId(Uuid.randomUuid().toString())
                        .setDirectories(List.of(folder.toString()))
                        .setMetadataLogDirectory(folder.toString())
                        .setControllerListenerName(KafkaNodeSettings.CONTROLLER)
                        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                        .setIgnoreFormatted(true)
                        .run();
            } catch (Exception e) {
                throw new EmbeddedStartException(
                        Reason.FAILED,
                        "The folder " + folder + " cannot be made ready for Kafka: " + e.getMessage() + ".",
                        e);
            }
        }
    }
}
