package otklik.routing.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import otklik.routing.incident.GroupCommit.Limits;
import otklik.routing.incident.GroupCommit.Outcome;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class GroupCommitTest {

    private final List<CompletableFuture<String>> answers = new ArrayList<>();
    private final List<List<String>> groups = new ArrayList<>();
    private final List<Sinks.Empty<Void>> underWay = new ArrayList<>();
    private final GroupCommit<String, String> commit = commit(new Limits(1, 3, 5));

    /** Its work ends when the test lets it: "bad" breaks the whole group, "no" is refused by itself. */
    private GroupCommit<String, String> commit(Limits limits) {
        return new GroupCommit<>(
                limits,
                item -> item.charAt(0),
                items -> {
                    groups.add(items);
                    Sinks.Empty<Void> end = Sinks.empty();
                    underWay.add(end);
                    return end.asMono()
                            .then(Mono.fromSupplier(() ->
                                    items.stream().map(GroupCommitTest::outcome).toList()));
                },
                IllegalThreadStateException.class::isInstance,
                () -> new IllegalStateException("too many"));
    }

    private static Outcome<String> outcome(String item) {
        return switch (item) {
            case "bad" -> throw new IllegalArgumentException(item);
            case "away" -> throw new IllegalThreadStateException(item);
            case "no" -> new Outcome.Refused<>(new IllegalStateException("refused"));
            default -> new Outcome.Done<>(item + "!");
        };
    }

    private CompletableFuture<String> add(String item) {
        return commit.add(item).toFuture();
    }

    private void come(String... items) {
        for (String item : items) {
            answers.add(add(item));
        }
    }

    private void endGroup() {
        underWay.removeFirst().tryEmitEmpty();
    }

    @Test
    void idle_goesAtOnceAndAlone() {
        CompletableFuture<String> answer = add("a");

        assertThat(groups).containsExactly(List.of("a"));
        assertThat(answer).isNotDone();
        endGroup();
        assertThat(answer).isCompletedWithValue("a!");
    }

    @Test
    void busy_whatComesMeanwhileGoesTogether_noMoreThanAGroup() {
        come("a");
        List<CompletableFuture<String>> later = List.of(add("b"), add("c"), add("d"), add("e"));

        endGroup();
        assertThat(groups).last().isEqualTo(List.of("b", "c", "d"));
        endGroup();
        assertThat(groups).last().isEqualTo(List.of("e"));
        endGroup();
        assertThat(later).extracting(CompletableFuture::join).containsExactly("b!", "c!", "d!", "e!");
        assertThat(underWay).isEmpty();
    }

    @Test
    void sameSubject_isNeverTwiceInAGroup_andKeepsItsOrder() {
        come("a");
        come("b1", "b2", "c");

        endGroup();
        assertThat(groups).last().isEqualTo(List.of("b1", "c"));
        endGroup();
        assertThat(groups).last().isEqualTo(List.of("b2"));
    }

    @Test
    void refused_isOnesOwnAffair() {
        come("a");
        CompletableFuture<String> refused = add("no");
        CompletableFuture<String> fine = add("c");

        endGroup();
        endGroup();
        assertThatThrownBy(refused::join).hasMessageContaining("refused");
        assertThat(fine).isCompletedWithValue("c!");
        assertThat(groups).hasSize(2);
    }

    @Test
    void brokenGroup_isTriedOneByOne_soThatOnlyWhoBrokeItFails() {
        come("a");
        CompletableFuture<String> bad = add("bad");
        CompletableFuture<String> fine = add("c");

        endGroup();
        endGroup();
        assertThat(groups).last().isEqualTo(List.of("bad"));
        endGroup();
        assertThat(groups).last().isEqualTo(List.of("c"));
        endGroup();
        assertThatThrownBy(bad::join).hasMessageContaining("bad");
        assertThat(fine).isCompletedWithValue("c!");
    }

    @Test
    void nobodysFault_failsAllAtOnce_andTheLaneIsFreeAgain() {
        come("a");
        CompletableFuture<String> one = add("away");
        CompletableFuture<String> other = add("c");

        endGroup();
        endGroup();
        assertThatThrownBy(one::join).hasMessageContaining("away");
        assertThatThrownBy(other::join).hasMessageContaining("away");
        CompletableFuture<String> next = add("d");
        endGroup();
        assertThat(next).isCompletedWithValue("d!");
        assertThat(groups).containsExactly(List.of("a"), List.of("away", "c"), List.of("d"));
    }

    @Test
    void tooManyWaiting_areRefusedAtOnce() {
        come("a");
        come("b", "c", "d", "e", "f");

        assertThatThrownBy(add("g")::join).hasMessageContaining("too many");
    }

    @Test
    void whoStopsWaiting_doesNotStopTheWorkOfTheOthers() {
        come("a");
        CompletableFuture<String> gone = add("b");
        CompletableFuture<String> stays = add("c");
        assertThat(gone.cancel(true)).isTrue();

        endGroup();
        endGroup();
        assertThat(stays).isCompletedWithValue("c!");
    }

    @Test
    void lanes_areUsedBeforeAnybodyWaits() {
        GroupCommit<String, String> two = commit(new Limits(2, 3, 5));
        for (String item : List.of("a", "b", "c")) {
            answers.add(two.add(item).toFuture());
        }

        assertThat(groups).containsExactly(List.of("a"), List.of("b"));
        assertThat(answers).noneMatch(CompletableFuture::isDone);
    }
}
