package otklik.web;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/**
 * Bodies of requests up to a size. What comes beyond it is read and thrown away for a while: a connection that is closed under whoever still
 * sends takes the answer with it, and the sender would never learn that the file was too large.
 */
public final class LargestBody {

    /** Bytes beyond the limit that are still read. */
    static final long PATIENCE = 16L << 20;

    private LargestBody() {}

    /**
     * The body, or the refusal in the Flux once it is clear that it is too large.
     *
     * @param most bytes, inclusive
     */
    public static Flux<DataBuffer> upTo(long most, Flux<DataBuffer> body, Supplier<Problem> tooLarge) {
        return Flux.defer(() -> {
            AtomicLong passed = new AtomicLong();
            return body.<DataBuffer>handle((buffer, sink) -> {
                        long there = passed.addAndGet(buffer.readableByteCount());
                        if (there <= most) {
                            sink.next(buffer);
                            return;
                        }
                        DataBufferUtils.release(buffer);
                        if (there > most + PATIENCE) {
                            sink.error(tooLarge.get());
                        }
                    })
                    .concatWith(Flux.defer(() -> passed.get() > most ? Flux.error(tooLarge.get()) : Flux.empty()));
        });
    }
}
