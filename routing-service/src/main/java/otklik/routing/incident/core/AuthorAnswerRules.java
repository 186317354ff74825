package otklik.routing.incident.core;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import otklik.contracts.Importance;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;

/**
 * Which comment of the author's answers a question of ours. Only where the network tells in which thread it stands (walls of VK); elsewhere
 * people write the answer down. Whatever is in doubt is no answer and becomes an incident as any post does, so nothing is lost.
 */
public final class AuthorAnswerRules {

    /** Characters of all that the author answered, together; a comment beyond them is an incident of its own. */
    static final int LONGEST = 20_000;

    private AuthorAnswerRules() {}

    /** The threads in which a comment of the incident's author may be an answer; none while nothing is asked. */
    public static Set<String> listensTo(Incident incident) {
        Set<String> keys = new TreeSet<>();
        if (isListening(incident)) {
            Stream.concat(ofPost(incident).stream(), underQuestion(incident).stream())
                    .map(WallThread::key)
                    .forEach(keys::add);
        }
        return keys;
    }

    /** The threads that a comment belongs to: its own and the whole post; none where nobody can tell. */
    public static Set<String> threads(AuthorComment comment) {
        return comment.thread()
                .map(thread -> Set.of(thread.key(), thread.whole().key()))
                .orElse(Set.of());
    }

    /** Whether our question has just come to stand there. */
    public static boolean beginsToStand(Incident before, Incident after) {
        return isOnItsWay(before) && after.state() == State.AWAITING_AUTHOR;
    }

    /** What the comment is to the incident, whose author wrote it. */
    public static Heard hear(Incident incident, AuthorComment comment) {
        if (!isInPlace(incident, comment) || !isFit(incident, comment)) {
            return new Heard.Nothing();
        }
        if (isOnItsWay(incident)) {
            return new Heard.Early();
        }
        return isAfterTheQuestion(incident, comment)
                ? new Heard.Answer(new StepFact.AuthorAnswered(
                        incident.organ(), comment.text(), comment.url(), comment.writtenAt()))
                : new Heard.Nothing();
    }

    /**
     * Ends the incident that an early comment was made, once it has turned out to answer another one's question. Only as it came: where it has
     * gone further, or the author has had an interim reply to it, people decide.
     */
    public static Optional<Fact> ends(Incident own, Incident asked) {
        boolean isAsItCame = own.state() == State.NEW || own.state() == State.ROUTED;
        return isAsItCame && own.marks().interim() == null && own.cooperation() == null
                ? Optional.of(new StepFact.FoundToBeAnswer(asked.id(), asked.number()))
                : Optional.empty();
    }

    private static boolean isListening(Incident incident) {
        return isOnItsWay(incident) || incident.state() == State.AWAITING_AUTHOR || isBeingAnswered(incident);
    }

    private static boolean isOnItsWay(Incident incident) {
        return incident.state() == State.APPROVED && hasAsked(incident);
    }

    /** The author has answered and nobody has written a draft since: people answer in several comments. */
    private static boolean isBeingAnswered(Incident incident) {
        return incident.state() == State.IN_WORK && incident.marks().authorSaid() != null && hasAsked(incident);
    }

    private static boolean hasAsked(Incident incident) {
        return incident.reply() != null && incident.reply().kind() == ReplyKind.CLARIFICATION;
    }

    private static boolean isInPlace(Incident incident, AuthorComment comment) {
        Set<String> listened = listensTo(incident);
        return incident.jurisdiction().equals(comment.jurisdiction())
                && threads(comment).stream().anyMatch(listened::contains);
    }

    /** Threats and abuse go to the review of screened posts (AK-17), and what is urgent is an incident with the terms of its own. */
    private static boolean isFit(Incident incident, AuthorComment comment) {
        Screening screening = comment.classification().screening();
        boolean isMoreUrgent = comment.classification().importance() == Importance.ELEVATED
                && incident.classification().importance() != Importance.ELEVATED;
        String said = incident.marks().authorSaid();
        int length = comment.text().length() + (said == null ? 0 : said.length());
        return (screening.passes() || screening == Screening.NO_CONTENT) && !isMoreUrgent && length <= LONGEST;
    }

    /**
     * Networks tell whole seconds. Of a question that a person placed we know only when that was recorded; what hangs on it was written after it
     * in any case.
     */
    private static boolean isAfterTheQuestion(Incident incident, AuthorComment comment) {
        Instant asked = incident.reply() == null ? null : incident.reply().publishedAt();
        boolean isLater = asked != null && !comment.writtenAt().isBefore(asked.truncatedTo(ChronoUnit.SECONDS));
        return isLater || comment.thread().equals(underQuestion(incident));
    }

    private static Optional<WallThread> ofPost(Incident incident) {
        return WallThread.of(incident.channel(), incident.address());
    }

    private static Optional<WallThread> underQuestion(Incident incident) {
        Incident.Reply reply = incident.reply();
        return reply == null || reply.permalink() == null ? Optional.empty() : WallThread.under(reply.permalink());
    }
}
