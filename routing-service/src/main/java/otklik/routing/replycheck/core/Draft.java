package otklik.routing.replycheck.core;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;
import otklik.contracts.incident.ReplyKind;

/**
 * What is looked over.
 *
 * @param text of the reply
 * @param question the post that is answered, null if nobody told
 * @param channel where the reply is to stand, null if nobody told
 * @param sentBefore replies that went out lately in the same jurisdiction
 * @param attachments how many files are to stand with it, null if nobody told
 * @param kind what it is to become
 */
public record Draft(
        String text,
        @Nullable String question,
        @Nullable Channel channel,
        List<String> sentBefore,
        @Nullable Integer attachments,
        ReplyKind kind) {

    private static final Pattern LINE = Pattern.compile("[^\\n\\x0B\\f\\r\\x{85}\\x{2028}\\x{2029}]+");

    public Draft(String text, @Nullable String question, @Nullable Channel channel, List<String> sentBefore) {
        this(text, question, channel, sentBefore, null, ReplyKind.FINAL);
    }

    public Draft {
        sentBefore = List.copyOf(sentBefore);
    }

    /** Every line that has something in it: in a social network a new line is a new paragraph. */
    List<Place> paragraphs() {
        return LINE.matcher(text)
                .results()
                .filter(line -> !line.group().isBlank())
                .map(line -> new Place(line.start(), line.end()))
                .toList();
    }
}
