package otklik.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Another JVM that starts PostgreSQL in a kept folder and is then killed hard, so that the server is left without a parent. */
final class OrphanMaker {

    private OrphanMaker() {}

    public static void main(String[] arguments) throws Exception {
        var postgres =
                EmbeddedPostgres.builder().dataFolder(Path.of(arguments[0])).start();
        postgres.createDatabaseIfAbsent("otklik_orphan");
        try (var connection = postgres.dataSource("otklik_orphan").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note AS SELECT 'kept' AS text");
        }
        System.out.println("ready");
        new CountDownLatch(1).await();
    }

    static Process startAndKill(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OrphanMaker.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.equals("ready")) {
                line = lines.readLine();
            }
        }
        process.destroyForcibly().waitFor();
        return process;
    }
}
