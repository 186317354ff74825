package otklik.simulators.vk.api;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import otklik.simulators.vk.api.VkApi.Reply;
import otklik.simulators.vk.fault.Fault;
import otklik.simulators.vk.fault.Faults;
import otklik.simulators.vk.fault.Hit;
import otklik.simulators.vk.media.Media;
import otklik.simulators.vk.media.MediaFile;
import otklik.simulators.vk.media.MediaFile.Kind;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Where bytes are sent to: no method, no token, the answer is the bare object. A photo comes in the field {@code photo}, a document in {@code file}.
 * For faults its name is {@code upload}.
 */
@RestController
class UploadEndpoint {

    private static final String NAME = "upload";

    private final Media media;
    private final Faults faults;
    private final AnswerWriter writer;
    private final InstantSource time;

    UploadEndpoint(Media media, Faults faults, AnswerWriter writer, InstantSource time) {
        this.media = media;
        this.faults = faults;
        this.writer = writer;
        this.time = time;
    }

    @PostMapping("/vk/upload/{ticket}")
    Mono<Void> upload(@PathVariable String ticket, ServerWebExchange exchange) {
        Media.Ticket open = media.ticket(ticket).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return exchange.getMultipartData()
                .flatMap(parts -> received(open, parts))
                .flatMap(reply -> writer.write(reply, exchange));
    }

    private Mono<Reply> received(Media.Ticket open, MultiValueMap<String, Part> parts) {
        String field = open.kind() == Kind.PHOTO ? "photo" : "file";
        Optional<Fault> fault = faults.strike(NAME);
        boolean executed = fault.map(struck -> struck.kind().executed()).orElse(true);
        fault.ifPresent(struck -> faults.note(new Hit(struck.kind(), NAME, executed, null, null, time.instant())));
        if (!(parts.getFirst(field) instanceof FilePart file) || !executed) {
            return Mono.just(new Reply(Map.of("error", "no_file"), fault.orElse(null)));
        }
        Path place = media.place();
        MediaType type = file.headers().getContentType();
        return file.transferTo(place)
                .then(Mono.fromCallable(() -> media.received(
                                open,
                                place,
                                file.filename(),
                                String.valueOf(type == null ? MediaType.APPLICATION_OCTET_STREAM : type)))
                        .subscribeOn(Schedulers.boundedElastic()))
                .map(token -> new Reply(answer(open.kind(), token), fault.orElse(null)));
    }

    /** A photo that is no picture is told by an empty list. */
    private static Map<String, Object> answer(Kind kind, Optional<String> token) {
        return switch (kind) {
            case PHOTO ->
                Map.of(
                        "server", 1,
                        "photo",
                                token.map(name -> "[{\"photo\":\"" + name + "\"}]")
                                        .orElse("[]"),
                        "hash", token.orElse(""));
            case DOC -> Map.of("file", token.orElse(""));
        };
    }

    /** The bytes as the pages show them. */
    @GetMapping("/vk/media/{name}")
    ResponseEntity<Resource> bytes(@PathVariable String name) {
        MediaFile file = media.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(media.bytes(file)));
    }
}
