package otklik.routing.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/** What every store of bytes keeps to. */
abstract class ByteStoreContract {

    static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final UUID id = UUID.randomUUID();

    abstract ByteStore store();

    UUID id() {
        return id;
    }

    @Test
    void bytes_comeBackAsTheyWere() throws IOException {
        byte[] bytes = bytes(1, 700_001);

        store().put(id, file(bytes)).block(LONG);

        assertThat(got(id)).isEqualTo(bytes);
    }

    @Test
    void put_mayBeRepeated_alsoAfterOneThatBrokeOff() throws IOException {
        store().put(id, file(bytes(2, 600_000))).block(LONG);
        byte[] bytes = bytes(3, 300_000);

        store().put(id, file(bytes)).block(LONG);

        assertThat(got(id)).isEqualTo(bytes);
    }

    @Test
    void filesOfOtherIds_areLeftAlone() throws IOException {
        UUID other = UUID.randomUUID();
        byte[] bytes = bytes(4, 10);
        store().put(id, file(bytes(5, 20))).block(LONG);
        store().put(other, file(bytes)).block(LONG);

        store().remove(id).block(LONG);

        assertThat(got(other)).isEqualTo(bytes);
        assertThatThrownBy(() -> got(id)).isInstanceOf(ByteStore.Missing.class);
    }

    @Test
    void remove_ofWhatIsNotThere_isNoTrouble() {
        store().remove(id).block(LONG);

        assertThatThrownBy(() -> got(id)).isInstanceOf(ByteStore.Missing.class);
    }

    byte[] got(UUID of) {
        DataBuffer all =
                Objects.requireNonNull(DataBufferUtils.join(store().get(of)).block(LONG));
        byte[] bytes = new byte[all.readableByteCount()];
        all.read(bytes);
        DataBufferUtils.release(all);
        return bytes;
    }

    Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("bytes"), bytes);
    }

    private static byte[] bytes(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
