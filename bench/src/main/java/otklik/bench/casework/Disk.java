package otklik.bench.casework;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What the disk alone takes for what every command waits for: a page written through. A disk that stands still for a third of a second now and
 * then shows in the slowest commands, whoever writes.
 */
final class Disk {

    private static final int PAGE = 8_192;

    private Disk() {}

    /** One page after the other at the given pace, each measured from its beat, in a file of its own in the folder. */
    static Latencies writeThrough(Path folder, int perSecond, int count) throws IOException {
        Path file = Files.createTempFile(folder, "probe", ".bin");
        Scheduler writer = Schedulers.newSingle("disk");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return Pace.open(
                    perSecond,
                    count,
                    number -> Mono.fromCallable(() -> write(channel))
                            .subscribeOn(writer)
                            .then());
        } finally {
            writer.dispose();
            Files.delete(file);
        }
    }

    private static int write(FileChannel channel) throws IOException {
        int written = channel.write(ByteBuffer.allocate(PAGE));
        channel.force(false);
        return written;
    }
}
