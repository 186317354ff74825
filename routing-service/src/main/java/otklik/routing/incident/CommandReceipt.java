package otklik.routing.incident;

import java.util.UUID;
import otklik.contracts.IncidentId;
import otklik.contracts.Json;
import otklik.routing.incident.core.Command;
import otklik.web.Problem;

/**
 * What a command with an {@code Idempotency-Key} was answered, so that its repetition gets the same. A refused command leaves none, so it may
 * be tried again.
 *
 * @param incident it was for
 * @param requestHash of incident and command
 */
record CommandReceipt(UUID incident, String caller, String key, String requestHash, String answerJson) {

    static CommandReceipt of(String caller, String key, UUID incident, Command command, CommandAnswer answer) {
        return new CommandReceipt(
                incident, caller, key, hash(incident, command), Json.mapper().writeValueAsString(answer));
    }

    /** @throws Problem 422 if it was another command */
    CommandAnswer answerTo(UUID incident, Command command) {
        if (!requestHash.equals(hash(incident, command))) {
            throw Problem.unprocessable(
                    "idempotency-key-reused",
                    "Ключ повтора уже использован",
                    "С этим Idempotency-Key уже выполнена другая команда. Для новой команды нужен новый ключ.");
        }
        return Json.mapper().readValue(answerJson, CommandAnswer.class);
    }

    private static String hash(UUID incident, Command command) {
        return IncidentId.nameBased(
                        incident + Json.mapper().writerFor(Command.class).writeValueAsString(command))
                .toString();
    }
}
