package otklik.simulators.mailbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail as it came in.
 *
 * @param to the addresses of the envelope, lower case: who would have got it, blind copies too
 * @param html the HTML form, where the letter has one
 * @param attachments names of attached files; the files are not kept
 */
public record Letter(
        long number,
        String from,
        List<String> to,
        String subject,
        String text,
        @Nullable String html,
        List<String> attachments,
        Instant receivedAt) {}
