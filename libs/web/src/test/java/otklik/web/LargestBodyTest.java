package otklik.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class LargestBodyTest {

    private static final int PIECE = 1 << 20;

    private final AtomicLong read = new AtomicLong();

    private Flux<DataBuffer> body(int pieces) {
        return Flux.range(0, pieces)
                .<DataBuffer>map(i -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[PIECE]))
                .doOnNext(piece -> read.addAndGet(PIECE));
    }

    private long taken(int pieces, long most) {
        return DataBufferUtils.join(LargestBody.upTo(
                        most, body(pieces), () -> new Problem(413, "too-large", "Слишком большой", "Уменьшите.", null)))
                .map(DataBuffer::readableByteCount)
                .blockOptional()
                .orElse(0);
    }

    @Test
    void bodyOfExactlyTheLimit_passes() {
        assertThat(taken(3, 3L * PIECE)).isEqualTo(3L * PIECE);
        assertThat(taken(0, 0)).isZero();
    }

    @Test
    void bodyALittleTooLarge_isReadToItsEndBeforeTheRefusal() {
        assertThatThrownBy(() -> taken(6, 5L * PIECE)).isInstanceOf(Problem.class);
        assertThat(read.get()).isEqualTo(6L * PIECE);
    }

    @Test
    void bodyFarTooLarge_isCutOff() {
        assertThatThrownBy(() -> taken(100, 5L * PIECE)).isInstanceOf(Problem.class);
        assertThat(read.get()).isLessThanOrEqualTo(5L * PIECE + LargestBody.PATIENCE + 2L * PIECE);
    }
}
