package otklik.contracts.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;

/**
 * A file of a reply (AK-16, VP-12, KH-9, LP-16). Its bytes are not here: routing-service gives them out by the id.
 *
 * @param name for people, with the ending that fits the content
 * @param mediaType as the content is, whatever its name says
 * @param size in bytes
 * @param sha256 of the bytes, hexadecimal
 */
public record Attachment(UUID id, Kind kind, String name, String mediaType, long size, String sha256) {

    /** What it is for whoever reads the reply. */
    public enum Kind {
        PHOTO,
        VIDEO,
        DOCUMENT;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if there is no such kind */
        @JsonCreator
        public static Kind of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }
}
