package otklik.routing.attachment;

import java.nio.file.Path;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the bytes of files, and knows nothing else of them. Every operation may be repeated. */
interface ByteStore {

    /** Copies the whole file; the same id always has the same bytes. */
    Mono<Void> put(UUID id, Path file);

    /**
     * The bytes from the first to the last, as fast as they are taken.
     *
     * @throws Missing in the Flux, if there are none of that id
     */
    Flux<DataBuffer> get(UUID id);

    /** Also if there are none. */
    Mono<Void> remove(UUID id);

    /** The bytes should be there and are not: somebody took them away behind our back. */
    final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing(UUID id) {
            super("no bytes of attachment " + id);
        }
    }
}
