package otklik.routing.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import otklik.web.Problem;

/** Where the next page begins: behind the row with this sort instant and id. Opaque for callers. */
public record Cursor(Instant at, UUID id) {

    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "/" + id).getBytes(UTF_8));
    }

    /** @throws Problem 400 if it is not one of ours */
    public static Cursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("/", 2);
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw Problem.badRequest(
                    "bad-cursor",
                    "Негодный указатель страницы",
                    "Передайте cursor таким, каким он пришёл в поле next, или опустите.");
        }
    }
}
