package otklik.routing.replycheck.core;

import org.jspecify.annotations.Nullable;

/**
 * Something about a reply that a person should look at.
 *
 * @param check what found it
 * @param message one sentence, for people
 * @param place where in the text; without length where something is missing, before which it would have to stand
 * @param suggestion what to write or do instead, null if nobody knows better than the author
 */
public record Finding(
        Topic check, String message, Place place, @Nullable String suggestion) {

    /** That something is not there which could still be added at the end. */
    static Finding ofMissing(Topic check, Draft draft, String message, String suggestion) {
        int end = draft.text().length();
        return new Finding(check, message, new Place(end, end), suggestion);
    }
}
