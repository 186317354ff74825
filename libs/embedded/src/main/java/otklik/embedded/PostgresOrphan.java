package otklik.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import otklik.embedded.EmbeddedStartException.Reason;

/**
 * A PostgreSQL server whose parent was killed lives on with nobody to stop it; or it was killed too and left its pid file. The
 * caller holds the folder's lock, so whatever is found here belongs to nobody alive.
 */
final class PostgresOrphan {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresOrphan.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PostgresOrphan() {}

    static void stop(Path folder) {
        Path pidFile = folder.resolve("postmaster.pid");
        Optional<ProcessHandle> living = pid(pidFile).flatMap(ProcessHandle::of).filter(PostgresOrphan::isPostgres);
        try {
            living.ifPresent(server -> stopAndWait(server, folder));
            if (living.isEmpty() && Files.deleteIfExists(pidFile)) {
                LOG.info("Removed the pid file that a killed PostgreSQL left in {}", folder);
            }
        } catch (IOException e) {
            throw new EmbeddedStartException(Reason.FAILED, "The old " + pidFile + " cannot be removed.", e);
        }
    }

    private static Optional<Long> pid(Path pidFile) {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(line -> Long.valueOf(line.strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The number may have gone to another program since; only a process that is a PostgreSQL server is touched. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> Path.of(command).endsWith("postgres"))
                        .orElse(true);
    }

    /** SIGTERM is PostgreSQL's "smart" stop: it waits for clients, but those of a dead parent are gone. */
    private static void stopAndWait(ProcessHandle server, Path folder) {
        LOG.info("Stopping the PostgreSQL (pid {}) that outlived its parent in {}", server.pid(), folder);
        server.destroy();
        try {
            server.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new EmbeddedStartException(
                    Reason.FOLDER_IN_USE,
                    "The folder " + folder + " is in use by a PostgreSQL (pid " + server.pid()
                            + ") that does not stop.",
                    e);
        }
    }
}
