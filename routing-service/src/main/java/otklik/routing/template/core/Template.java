package otklik.routing.template.core;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.ReplyKind;

/**
 * A ready text.
 *
 * @param name unique in the jurisdiction, whatever the case of its letters; by it others include this one
 * @param organ whose it is; null: everybody's in the jurisdiction
 * @param topicGroup what it is for; null: anything
 * @param topic what it is for within the group; null: anything
 * @param version 1, 2, 3… with every change
 * @param editedBy login, or {@code system} for those that came with the installation
 */
public record Template(
        UUID id,
        String jurisdiction,
        String name,
        @Nullable String organ,
        @Nullable String topicGroup,
        @Nullable String topic,
        Purpose purpose,
        String text,
        long version,
        Instant editedAt,
        String editedBy) {

    /** What a template is offered for. */
    public enum Purpose {
        FINAL,
        INTERIM,
        CLARIFICATION,
        /** Explains how to file an appeal under 59-FZ to whoever should (VP-2, KH-2). */
        APPEAL,
        /** Stands only inside others: a greeting, a signature. */
        PART;

        /** The kind of the reply that it makes; empty for a part. */
        public Optional<ReplyKind> kind() {
            return switch (this) {
                case FINAL, APPEAL -> Optional.of(ReplyKind.FINAL);
                case INTERIM -> Optional.of(ReplyKind.INTERIM);
                case CLARIFICATION -> Optional.of(ReplyKind.CLARIFICATION);
                case PART -> Optional.empty();
            };
        }
    }

    String key() {
        return key(name);
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
