package otklik.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the library that brings the binaries is asked to start a server. */
final class PostgresServerStart {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private PostgresServerStart() {}

    static EmbeddedPostgres start(DataFolder folder, int port, Map<String, String> settings) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.path())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                // Kept data is closed by its owner, in its order; a temporary server goes with the JVM.
                .setRegisterShutdownHook(folder.isTemporary())
                // The same sorting and case rules on every machine, Cyrillic included.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setConnectConfig("connectTimeout", "20");
        serverSettings(folder.isTemporary(), settings).forEach(builder::setServerConfig);
        return builder.start();
    }

    /** The library starts servers with {@code -F} (no fsync) and without synchronous commits: good for tests only. */
    private static Map<String, String> serverSettings(boolean isTemporary, Map<String, String> chosen) {
        var all = new LinkedHashMap<String, String>();
        String durable = isTemporary ? "off" : "on";
        all.put("fsync", durable);
        all.put("synchronous_commit", durable);
        all.put("listen_addresses", "127.0.0.1");
        all.put("unix_socket_directories", "");
        // A year of a region is some gigabytes: what people look at every day is to stay in memory, and pages are not
        // to be written whole into the
        // log again and again because checkpoints come every few seconds.
        all.put("shared_buffers", isTemporary ? "64MB" : "256MB");
        all.put("max_wal_size", isTemporary ? "256MB" : "1GB");
        all.put("max_connections", "200");
        all.put("timezone", "UTC");
        all.putAll(chosen);
        return all;
    }
}
