package otklik.routing.document;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.IncidentTrail;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.Step;
import otklik.web.LargestBody;
import otklik.web.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A draft out as a file and in from a file (VP-12). */
@RestController
@RequestMapping("/api/routing/v1/incidents/{id}")
class DocumentApi {

    private final IncidentTrail trail;
    private final Directory directory;
    private final Scheduler few;

    /** @param few on which files are made and read: they take memory, so never many at once */
    DocumentApi(IncidentTrail trail, Directory directory, Scheduler few) {
        this.trail = trail;
        this.directory = directory;
        this.few = few;
    }

    /** @param extension pdf, docx or rtf */
    @GetMapping("/draft.{extension}")
    Mono<ResponseEntity<byte[]>> draft(@PathVariable UUID id, @PathVariable String extension, Caller caller) {
        DraftFormat format = Arrays.stream(DraftFormat.values())
                .filter(each -> each.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Проект выгружается как draft.pdf, draft.docx или draft.rtf."));
        return trail.visible(id, caller)
                .flatMap(incident -> onFew(() -> format.of(paper(incident)))
                        .map(bytes -> ResponseEntity.ok()
                                .contentType(format.type())
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        "attachment; filename=\"" + incident.number() + "." + extension + "\"")
                                .body(bytes)));
    }

    private DraftPaper paper(Incident incident) {
        Incident.Draft draft = incident.draft();
        if (draft == null) {
            throw new Problem(
                    404, "no-draft", "Проекта ещё нет", "Выгрузить можно то, что отправлено на согласование.", null);
        }
        Regulation regulation = Regulations.installed().get(incident.jurisdiction(), incident.detectedAt());
        return DraftPaper.of(incident, draft, directory, regulation);
    }

    /** The file itself is the body, whatever its Content-Type says. The incident is not changed: a person goes on with the text. */
    @PostMapping("/draft:read")
    Mono<DraftFile.Words> read(
            @PathVariable UUID id,
            @RequestBody(required = false) Flux<DataBuffer> body,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
            Caller caller) {
        return trail.visible(id, caller)
                .flatMap(incident ->
                        words(body, type).onErrorMap(Problem.class, problem -> problem.by(clause(incident))));
    }

    private Mono<DraftFile.Words> words(Flux<DataBuffer> body, @Nullable String type) {
        if (type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            return Mono.error(new Problem(
                    415,
                    "send-the-file-itself",
                    "Нужен сам файл",
                    "Пришлите содержимое файла телом запроса, например с Content-Type: application/octet-stream.",
                    null));
        }
        return DataBufferUtils.join(LargestBody.upTo(DraftFile.LARGEST, body, DocumentApi::tooLarge))
                .map(DocumentApi::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(file -> onFew(() -> DraftFile.read(file)));
    }

    /** By which drafts are written here. */
    private static @Nullable String clause(Incident incident) {
        return Step.SUBMIT_DRAFT.clause(Regulations.installed().get(incident.jurisdiction(), incident.detectedAt()));
    }

    private <T> Mono<T> onFew(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(few)
                .onErrorMap(
                        RejectedExecutionException.class,
                        e -> Problem.unavailable(
                                "Сейчас обрабатывается слишком много файлов.", Duration.ofSeconds(10)));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Problem tooLarge() {
        return new Problem(
                413,
                "file-too-large",
                "Слишком большой файл",
                "Читаются файлы до " + (DraftFile.LARGEST >> 20) + " МБ. Уберите картинки, оставьте текст.",
                null);
    }
}
