package otklik.standalone.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares the next start: from the list of classes this JVM has loaded (written because the script asked for it, when there was
 * no archive yet), another process of low priority makes an archive the next JVM maps instead of parsing class files. A start
 * without an archive works the same and takes about twice as long. JVM options: {@code -XX:DumpLoadedClassList},
 * {@code -Dotklik.archive}.
 */
public final class ClassArchive implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
    private static final String LIST_OPTION = "-XX:DumpLoadedClassList=";
    private static final long SETTLING_SECONDS = 15;

    private final Thread worker;
    private volatile @Nullable Process process;

    private ClassArchive(Path list, Path archive) {
        worker = Thread.ofPlatform().daemon().name("class-archive").unstarted(() -> make(list, archive));
    }

    /** Begins in the background if the script asked for it; otherwise does nothing. */
    public static AutoCloseable prepare() {
        String archive = System.getProperty("otklik.archive");
        String list = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith(LIST_OPTION))
                .map(argument -> argument.substring(LIST_OPTION.length()))
                .findFirst()
                .orElse(null);
        if (archive == null || list == null) {
            return () -> {};
        }
        var preparing = new ClassArchive(Path.of(list), Path.of(archive));
        preparing.worker.start();
        return preparing;
    }

    private void make(Path list, Path archive) {
        Path unfinished = archive.resolveSibling(
                archive.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            // The first minute's classes belong to the start as well, and people come first.
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            Process dump = new ProcessBuilder(command(list, unfinished))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process = dump;
            if (dump.waitFor() == 0) {
                Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
                LOG.info("The next start will be quicker: {}", archive);
            } else {
                LOG.warn(
                        "No class archive was made (code {}); the next start takes as long as this one",
                        dump.exitValue());
            }
        } catch (IOException e) {
            LOG.warn("No class archive was made; the next start takes as long as this one", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The archive must be made with the options it will be used with. */
    private static List<String> command(Path list, Path archive) {
        var jvm = ManagementFactory.getRuntimeMXBean();
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        jvm.getInputArguments().stream()
                .filter(argument -> !argument.startsWith(LIST_OPTION) && !argument.startsWith("-Dotklik."))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + archive,
                "-cp",
                jvm.getClassPath()));
        return command;
    }

    /** What is half made is dropped: the next start tries again. */
    @Override
    public void close() {
        worker.interrupt();
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
