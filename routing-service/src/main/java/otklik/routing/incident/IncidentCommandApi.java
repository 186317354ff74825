package otklik.routing.incident;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.routing.incident.core.Command;
import otklik.web.IfMatch;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/** Commands to an incident. */
@RestController
@RequestMapping("/api/routing/v1/incidents/{id}/commands")
class IncidentCommandApi {

    private static final int LONGEST_KEY = 200;

    private final IncidentCommands commands;

    IncidentCommandApi(IncidentCommands commands) {
        this.commands = commands;
    }

    @PostMapping
    Mono<ResponseEntity<CommandAnswer>> command(
            @PathVariable UUID id,
            @RequestBody Command command,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return commands.handle(id, command, caller, new IncidentCommands.Conditions(key(key), IfMatch.version(ifMatch)))
                .map(answer -> ResponseEntity.ok()
                        .eTag(Long.toString(answer.version()))
                        .body(answer));
    }

    private static @Nullable String key(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Problem.badRequest(
                    "bad-idempotency-key", "Негодный Idempotency-Key", "Ключ — от 1 до " + LONGEST_KEY + " знаков.");
        }
        return key;
    }
}
