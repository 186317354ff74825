package otklik.publisher.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import otklik.publisher.reply.VkPage.Comment;
import otklik.publisher.reply.VkPage.Reading;
import otklik.publisher.reply.VkSettings.Account;
import otklik.publisher.reply.core.Look;
import otklik.publisher.reply.core.Wording;
import reactor.core.publisher.Mono;

/** Looks for a reply of ours on the page: our community, our text, the same place, not before the first attempt. */
final class VkReader {

    private final VkPage page;
    private final Duration skew;

    VkReader(VkPage page, Duration skew) {
        this.page = page;
        this.skew = skew;
    }

    /** @param taken remote ids that prove other replies */
    Mono<Look> look(Reply reply, Account account, Collection<String> taken) {
        Instant since = reply.attempt().firstAt().minus(skew);
        return page.read(reply.target(), account, since).map(reading -> judge(reading, reply, account, since, taken));
    }

    private static Look judge(Reading reading, Reply reply, Account account, Instant since, Collection<String> taken) {
        Optional<Look> found = reading.comments().stream()
                .filter(comment -> isOurs(comment, reply, account, since))
                .filter(comment -> !taken.contains(reply.target().owner() + "_" + comment.id()))
                .min(Comparator.comparingLong(Comment::id))
                .map(comment -> new Look.Found(comment.id(), comment.thread(), comment.at()));
        return found.orElseGet(() -> reading.gap() == null ? new Look.Absent() : new Look.Unreadable(reading.gap()));
    }

    private static boolean isOurs(Comment comment, Reply reply, Account account, Instant since) {
        Long replyTo = reply.target().replyTo();
        return comment.from() == -account.groupId()
                && !comment.at().isBefore(since)
                && (replyTo == null
                        ? comment.replyTo() == null
                        : replyTo.equals(comment.replyTo()) || replyTo.equals(comment.thread()))
                && Wording.isSame(reply.text(), comment.text());
    }
}
