package otklik.routing.attachment;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.routing.incident.IncidentFiles;
import otklik.routing.incident.IncidentFiles.Kept;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files of a reply. An upload is the bare bytes with the name beside them; what the headers say of their type is not asked. */
@RestController
@RequestMapping("/api/routing/v1/incidents/{id}/attachments")
class AttachmentApi {

    private final Attachments attachments;
    private final IncidentFiles files;

    AttachmentApi(Attachments attachments, IncidentFiles files) {
        this.attachments = attachments;
        this.files = files;
    }

    /** A list, so that more can stand beside it one day. */
    record Items(List<Kept> items) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    Mono<Kept> add(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String name,
            ServerHttpRequest request,
            Caller caller) {
        return attachments.add(id, name, request.getBody(), caller);
    }

    @GetMapping
    Mono<Items> list(@PathVariable UUID id, Caller caller) {
        return files.list(id, caller).collectList().map(Items::new);
    }

    /** Never shown in place by a browser that is led here: it is to be saved, or drawn by our own console. */
    @GetMapping(path = "/{attachment}/content", produces = MediaType.ALL_VALUE)
    Mono<ResponseEntity<Flux<DataBuffer>>> content(
            @PathVariable UUID id, @PathVariable UUID attachment, Caller caller) {
        return files.readable(id, attachment, caller)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(file.mediaType()))
                        .contentLength(file.size())
                        .eTag(file.sha256())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(file.name(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "sandbox")
                        .body(attachments.content(file)));
    }

    @DeleteMapping("/{attachment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable UUID id, @PathVariable UUID attachment, Caller caller) {
        return attachments.remove(id, attachment, caller);
    }
}
