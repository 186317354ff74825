package otklik.routing.learning;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.messaging.BackgroundLoop;
import otklik.routing.learning.core.Case;
import otklik.routing.learning.core.Learned;
import otklik.routing.learning.core.Vote;
import reactor.core.publisher.Mono;

/**
 * Suggests organs from what people did with similar incidents. A copy of {@link CaseStore} in memory, read whole at start and then what
 * has changed, every few seconds: each instance comes to the same. While it has not been read there is no suggestion.
 */
public final class Experience extends BackgroundLoop {

    private static final int NEIGHBOURS = 15;
    /** The first reading is of all cases there are. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final CaseStore store;
    private final Map<String, CaseIndex> indexes = new ConcurrentHashMap<>();
    private volatile CaseStore.Mark seen = CaseStore.Mark.NOTHING;

    Experience(CaseStore store, Duration every) {
        super("experience", "Cases could not be read and suggestions stay as they are", every, every);
        this.store = store;
    }

    /**
     * The organ that similar cases speak for.
     *
     * @param incident the one at hand, null where it is not registered yet
     * @param eligible organs that may be suggested at all
     */
    public Optional<Learned> suggest(
            String jurisdiction, @Nullable UUID incident, Case.Question question, Predicate<String> eligible) {
        CaseIndex index = indexes.get(jurisdiction);
        if (index == null) {
            return Optional.empty();
        }
        List<String> refused = incident == null ? List.of() : index.refusedBy(incident);
        return Vote.of(
                index.nearest(question, incident, NEIGHBOURS),
                organ -> !refused.contains(organ) && eligible.test(organ));
    }

    @Override
    protected boolean round() {
        read().block(PATIENCE);
        return false;
    }

    private Mono<Void> read() {
        return store.changedSince(seen)
                .doOnNext(changed -> {
                    changed.cases().stream()
                            .collect(Collectors.groupingBy(Case::jurisdiction))
                            .forEach((jurisdiction, cases) -> indexes.computeIfAbsent(
                                            jurisdiction, ignored -> new CaseIndex())
                                    .put(cases));
                    seen = changed.upTo();
                })
                .then();
    }
}
