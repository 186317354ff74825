package otklik.routing.replycheck.core;

import org.jspecify.annotations.Nullable;

/**
 * Something about a reply that a person should look at.
 *
 * @param check what found it
 * @param message one sentence, for people
 * @param place where in the text, null if it is about the whole
 * @param suggestion what to write or do instead, null if nobody knows better than the author
 */
public record Finding(
        Topic check,
        String message,
        @Nullable Place place,
        @Nullable String suggestion) {

    static Finding ofWhole(Topic check, String message, @Nullable String suggestion) {
        return new Finding(check, message, null, suggestion);
    }
}
