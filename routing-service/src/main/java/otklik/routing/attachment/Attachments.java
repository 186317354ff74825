package otklik.routing.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import otklik.contracts.access.Caller;
import otklik.contracts.incident.Attachment;
import otklik.routing.AttachmentSettings;
import otklik.routing.attachment.AttachmentMetrics.Outcome;
import otklik.routing.incident.IncidentFiles;
import otklik.routing.incident.IncidentFiles.Kept;
import otklik.web.LargestBody;
import otklik.web.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.scheduler.Schedulers;

/**
 * Takes files in and out. The row is announced before the bytes are stored and confirmed after; bytes go before their row. So whatever dies
 * when, no bytes are ever without a row, and each upload first clears away what earlier ones left behind.
 */
final class Attachments {

    private static final Logger log = LoggerFactory.getLogger(Attachments.class);
    private static final int SWEPT_AT_ONCE = 20;

    private final IncidentFiles files;
    private final ByteStore bytes;
    private final FileInspector inspector;
    private final AttachmentSettings settings;
    private final AttachmentMetrics metrics;
    private final Supplier<UUID> ids;

    Attachments(
            IncidentFiles files,
            ByteStore bytes,
            FileInspector inspector,
            AttachmentSettings settings,
            AttachmentMetrics metrics,
            Supplier<UUID> ids) {
        this.files = files;
        this.bytes = bytes;
        this.inspector = inspector;
        this.settings = settings;
        this.metrics = metrics;
        this.ids = ids;
    }

    /**
     * Takes a file in; the same file again is the one that is there.
     *
     * @throws Problem in the Mono, if the caller may not or the file cannot stand with a reply; nothing is kept then
     */
    Mono<Kept> add(UUID incident, @Nullable String name, Flux<DataBuffer> body, Caller caller) {
        return files.requireWriter(incident, caller)
                .flatMap(wanted -> sweep().then(Mono.defer(() -> counted(Mono.using(
                                Attachments::emptyFile,
                                file -> keep(incident, name, body, file, caller),
                                Attachments::delete))))
                        .onErrorMap(Problem.class, problem -> problem.by(wanted.clause())))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Kept> keep(UUID incident, @Nullable String name, Flux<DataBuffer> body, Path file, Caller caller) {
        return DataBufferUtils.write(limited(body), file)
                .then(Mono.fromCallable(() -> FileInspector.attachment(ids.get(), inspector.inspect(file, name)))
                        .subscribeOn(Schedulers.boundedElastic()))
                .flatMap(fit -> files.announce(incident, fit, caller)
                        .then(bytes.put(fit.id(), file))
                        .then(files.confirm(incident, fit, caller))
                        .flatMap(kept -> kept.file().id().equals(fit.id())
                                ? Mono.just(kept)
                                : discard(fit.id()).thenReturn(kept.again())));
    }

    private Flux<DataBuffer> limited(Flux<DataBuffer> body) {
        long most = settings.largest();
        return LargestBody.upTo(most, body, () -> UnfitFile.tooLarge("Файл", most));
    }

    private Mono<Kept> counted(Mono<Kept> upload) {
        return upload.doOnSuccess(kept -> metrics.ended(kept.isRepeat() ? Outcome.REPEATED : Outcome.KEPT))
                .doOnError(e -> metrics.ended(e instanceof Problem ? Outcome.REFUSED : Outcome.BROKEN))
                .doFinally(signal -> {
                    if (signal == SignalType.CANCEL) {
                        metrics.ended(Outcome.BROKEN);
                    }
                });
    }

    /** @throws ByteStore.Missing in the Flux, if somebody took the bytes away behind our back */
    Flux<DataBuffer> content(Attachment file) {
        return bytes.get(file.id());
    }

    /** @throws Problem in the Mono, if the caller may not, or a draft that was handed in names it */
    Mono<Void> remove(UUID incident, UUID id, Caller caller) {
        return files.release(incident, id, caller).then(discard(id));
    }

    /** A failure leaves the row for the next sweep. */
    private Mono<Void> discard(UUID id) {
        return bytes.remove(id).then(files.forget(id)).onErrorResume(e -> {
            log.warn("Attachment {} could not be cleared away; a later upload will try again: {}", id, e.toString());
            return Mono.empty();
        });
    }

    private Mono<Void> sweep() {
        return files.leftOver(settings.looseFor(), SWEPT_AT_ONCE)
                .concatMap(this::discard)
                .then();
    }

    private static Path emptyFile() {
        try {
            return Files.createTempFile("otklik-attachment", ".tmp");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("Temporary file {} stays behind: {}", file, e.toString());
        }
    }
}
