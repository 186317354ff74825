package otklik.routing.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import otklik.routing.incident.core.AuthorComment;
import reactor.core.publisher.Mono;

/**
 * Finds among what was written the answers of authors whom we asked. An answer goes to its incident in the transaction in which it would
 * have become an incident: it is one or the other, whatever dies.
 */
final class AuthorAnswers {

    private final IncidentStore store;
    private final AnswerTable answers;

    AuthorAnswers(IncidentStore store, AnswerTable answers) {
        this.store = store;
        this.answers = answers;
    }

    /** @param cause id of the event that told of it */
    record Written(AuthorComment comment, String cause) {}

    /** Takes the answers; the ids of the comments that were some. */
    Mono<Set<UUID>> take(List<Written> written, Instant now) {
        Map<UUID, Written> byId =
                written.stream().collect(Collectors.toMap(one -> one.comment().id(), Function.identity()));
        return answers.matches(written.stream().map(Written::comment).toList())
                .collectList()
                .flatMapIterable(AuthorAnswers::withoutDoubt)
                .concatMap(match -> answer(match, requireNonNull(byId.get(match.comment())), now))
                .collect(Collectors.toSet());
    }

    /** Where the same author was asked twice in the thread, nobody can tell which question the comment answers. */
    private static List<AnswerTable.Match> withoutDoubt(List<AnswerTable.Match> matches) {
        Map<UUID, Long> asked =
                matches.stream().collect(Collectors.groupingBy(AnswerTable.Match::comment, Collectors.counting()));
        return matches.stream()
                .filter(match -> Long.valueOf(1).equals(asked.get(match.comment())))
                .toList();
    }

    private Mono<UUID> answer(AnswerTable.Match match, Written written, Instant now) {
        return store.lock(match.asked())
                .flatMap(locked -> store.hear(locked, written.comment(), now, written.cause()))
                .flatMap(answered ->
                        answers.isAnswer(match.comment(), match.asked()).thenReturn(match.comment()));
    }
}
