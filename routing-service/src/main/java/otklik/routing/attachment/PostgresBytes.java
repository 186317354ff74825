package otklik.routing.attachment;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bytes in PostgreSQL, in rows of 256 KB. One row is one statement: whoever reads slowly holds no connection meanwhile, and memory never
 * holds more than a few rows of a file.
 */
final class PostgresBytes implements ByteStore {

    private static final int ROW = 256 * 1024;

    private final DatabaseClient database;

    PostgresBytes(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> put(UUID id, Path file) {
        return remove(id)
                .thenMany(DataBufferUtils.read(file, DefaultDataBufferFactory.sharedInstance, ROW))
                .index()
                .concatMap(row -> add(id, row.getT1().intValue(), row.getT2()), 1)
                .then();
    }

    private Mono<Void> add(UUID id, int position, DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return database.sql(
                        "insert into attachment_bytes (attachment_id, position, bytes) values (:id, :position, :bytes)")
                .bind("id", id)
                .bind("position", position)
                .bind("bytes", bytes)
                .then();
    }

    @Override
    public Flux<DataBuffer> get(UUID id) {
        return rows(id).flatMapMany(rows -> rows == 0
                ? Flux.error(new Missing(id))
                : Flux.range(0, rows).concatMap(position -> row(id, position), 1));
    }

    private Mono<Integer> rows(UUID id) {
        return database.sql("select count(*)::int from attachment_bytes where attachment_id = :id")
                .bind("id", id)
                .map(row -> requireNonNull(row.get(0, Integer.class)))
                .one();
    }

    private Mono<DataBuffer> row(UUID id, int position) {
        return database.sql("select bytes from attachment_bytes where attachment_id = :id and position = :position")
                .bind("id", id)
                .bind("position", position)
                .map(row -> (DataBuffer)
                        DefaultDataBufferFactory.sharedInstance.wrap(requireNonNull(row.get(0, byte[].class))))
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    @Override
    public Mono<Void> remove(UUID id) {
        return database.sql("delete from attachment_bytes where attachment_id = :id")
                .bind("id", id)
                .then();
    }
}
