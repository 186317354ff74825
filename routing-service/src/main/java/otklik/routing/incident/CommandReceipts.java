package otklik.routing.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.IncidentId;
import otklik.contracts.Json;
import otklik.routing.incident.core.Command;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/** Remembers what a command with an {@code Idempotency-Key} was answered. A refused command leaves nothing, so it may be tried again. */
final class CommandReceipts {

    private final DatabaseClient database;

    CommandReceipts(DatabaseClient database) {
        this.database = database;
    }

    /** The earlier answer, if this caller used the key before for the same command; a problem if for another one. */
    Mono<CommandAnswer> find(String caller, String key, UUID incident, Command command) {
        return database.sql(
                        "select request_hash, cast(answer as text) as answer from command_receipt where caller = :caller and key = :key")
                .bind("caller", caller)
                .bind("key", key)
                .map(row -> new Receipt(
                        requireNonNull(row.get("request_hash", String.class)),
                        requireNonNull(row.get("answer", String.class))))
                .one()
                .map(receipt -> receipt.answer(hash(incident, command)));
    }

    Mono<Void> save(String caller, String key, UUID incident, Command command, CommandAnswer answer, Instant at) {
        return database.sql("""
                        insert into command_receipt (caller, key, incident_id, request_hash, answer, at)
                        values (:caller, :key, :incident, :hash, cast(:answer as json), :at)""")
                .bind("caller", caller)
                .bind("key", key)
                .bind("incident", incident)
                .bind("hash", hash(incident, command))
                .bind("answer", Json.mapper().writeValueAsString(answer))
                .bind("at", at)
                .then();
    }

    private static String hash(UUID incident, Command command) {
        return IncidentId.nameBased(
                        incident + Json.mapper().writerFor(Command.class).writeValueAsString(command))
                .toString();
    }

    private record Receipt(String requestHash, String answerJson) {

        CommandAnswer answer(String hash) {
            if (!requestHash.equals(hash)) {
                throw Problem.unprocessable(
                        "idempotency-key-reused",
                        "Ключ повтора уже использован",
                        "С этим Idempotency-Key уже выполнена другая команда. Для новой команды нужен новый ключ.");
            }
            return Json.mapper().readValue(answerJson, CommandAnswer.class);
        }
    }
}
