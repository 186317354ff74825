package otklik.routing.surge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import otklik.contracts.IncidentId;
import otklik.contracts.InstantText;
import otklik.contracts.incident.Actor;
import otklik.contracts.surge.SurgeEvent;
import otklik.contracts.surge.SurgeFact;
import otklik.contracts.surge.SurgeFact.Counted;
import otklik.messaging.BackgroundLoop;
import otklik.regulation.Regulations;
import otklik.regulation.SurgeRule;
import otklik.routing.surge.core.Count;
import otklik.routing.surge.core.Matter;
import otklik.routing.surge.core.Surge;
import otklik.routing.surge.core.SurgeRules;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks every few seconds whether many write about the same. Each look counts anew what is in the table: registrations, corrections, what
 * was screened out or brought back, and undone steps need tell it nothing, and cost nothing. One instance looks at a time; a surge and its
 * event are written in one transaction, so it may die anywhere. After hours off it sees what the last hours hold, and of what was over by
 * then nothing: that is no news any more.
 */
final class SurgeWatch extends BackgroundLoop {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A look that took long is followed by a rest so many times as long: it never takes more than a small share of the database. */
    private static final int REST = 10;

    /** Also where the clock was put right meanwhile. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(2);

    private final SurgeStore store;
    private final MessageCounts messages;
    private final UsualLevels usual;
    private final TransactionalOperator transaction;
    private final InstantSource time;
    private final SurgeMetrics metrics;
    private Instant restUntil = Instant.MIN;

    SurgeWatch(
            SurgeStore store,
            MessageCounts messages,
            TransactionalOperator transaction,
            InstantSource time,
            SurgeMetrics metrics,
            Duration every) {
        super("surge-watch", "Surges could not be looked for", every, every);
        this.store = store;
        this.messages = messages;
        this.usual = new UsualLevels(messages);
        this.transaction = transaction;
        this.time = time;
        this.metrics = metrics;
    }

    @Override
    protected boolean round() {
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        if (!isResting(now)) {
            List<SurgeEvent> news = look(now).blockOptional(PATIENCE).orElse(List.of());
            metrics.happened(news);
            metrics.goingOn(
                    store.goingOnByJurisdiction().blockOptional(PATIENCE).orElse(Map.of()));
            restUntil = now.plus(rest(Duration.between(now, time.instant())));
        }
        return false;
    }

    private boolean isResting(Instant now) {
        return now.isBefore(restUntil) && !restUntil.isAfter(now.plus(LONGEST_REST));
    }

    private static Duration rest(Duration look) {
        Duration rest = look.multipliedBy(REST);
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    /** What came about; nothing also when another instance is at it. */
    private Mono<List<SurgeEvent>> look(Instant now) {
        return store.isMine()
                .filter(mine -> mine)
                .flatMap(mine -> store.goingOn().collectMap(Surge::matter))
                .flatMap(open -> counted(open, now).flatMap(counts -> write(open, counts, now)))
                .as(transaction::transactional);
    }

    /** What has to be decided about: what goes on, and whatever many have written about lately. */
    private Mono<Map<Matter, Counted>> counted(Map<Matter, Surge> open, Instant now) {
        Map<String, Watched> watched = watched(now);
        return messages.lately(List.copyOf(watched.values()), now).flatMap(counts -> {
            List<MessageCounts.Asked> asked = Stream.concat(open.keySet().stream(), counts.keySet().stream())
                    .distinct()
                    .flatMap(matter -> Stream.ofNullable(watched.get(matter.jurisdiction()))
                            .filter(each -> open.containsKey(matter) || isMany(counts, matter, each.rule()))
                            .map(each -> new MessageCounts.Asked(matter, each)))
                    .toList();
            return usual.of(asked, now)
                    .map(levels -> asked.stream()
                            .collect(Collectors.toMap(
                                    MessageCounts.Asked::matter, each -> counted(each, counts, levels, now))));
        });
    }

    private static boolean isMany(Map<Matter, Count> counts, Matter matter, SurgeRule rule) {
        return counts.getOrDefault(matter, Count.NONE).authors() >= rule.atLeast();
    }

    private static Counted counted(
            MessageCounts.Asked asked, Map<Matter, Count> counts, Map<Matter, Double> levels, Instant now) {
        return SurgeRules.counted(
                asked.watched().rule(),
                counts.getOrDefault(asked.matter(), Count.NONE),
                levels.getOrDefault(asked.matter(), 0.0),
                now);
    }

    /** Jurisdictions whose regulation, as it is in force now, wants surges told. */
    private static Map<String, Watched> watched(Instant now) {
        Set<String> ids = Regulations.installed().ids();
        return ids.stream()
                .flatMap(id -> rule(id, now).map(rule -> new Watched(id, rule)).stream())
                .collect(Collectors.toMap(Watched::jurisdiction, each -> each));
    }

    private static Optional<SurgeRule> rule(String jurisdiction, Instant now) {
        return Regulations.installed()
                .find(jurisdiction, now)
                .flatMap(regulation -> Optional.ofNullable(regulation.profile().surges()));
    }

    private Mono<List<SurgeEvent>> write(Map<Matter, Surge> open, Map<Matter, Counted> counts, Instant now) {
        List<Change> changes = new ArrayList<>();
        open.forEach((matter, surge) -> goOn(surge, counts.get(matter), now).ifPresent(changes::add));
        counts.forEach((matter, counted) -> {
            if (!open.containsKey(matter)) {
                begin(matter, counted, now).ifPresent(changes::add);
            }
        });
        return Flux.fromIterable(changes)
                .concatMap(change -> store.save(change.surge(), change.events()))
                .then(Mono.fromSupplier(() -> changes.stream()
                        .flatMap(change -> change.events().stream())
                        .toList()));
    }

    private record Change(Surge surge, List<SurgeEvent> events) {}

    private static Optional<Change> begin(Matter matter, Counted counted, Instant now) {
        return SurgeRules.begin(counted).map(fact -> {
            String clause = rule(matter.jurisdiction(), now).orElseThrow().clause();
            String name = "surge/" + matter.jurisdiction() + '/' + matter.topicGroup() + '/'
                    + MessageCounts.place(matter) + '/' + InstantText.write(now);
            Surge surge = Surge.begun(IncidentId.nameBased(name), matter, clause, counted, now);
            return new Change(surge, List.of(surge.event(fact, Actor.SYSTEM, now)));
        });
    }

    /** @param counted null where the regulation wants no surges told any more: then it is over */
    private static Optional<Change> goOn(Surge surge, @Nullable Counted counted, Instant now) {
        Optional<SurgeFact> fact =
                counted == null ? Optional.of(new SurgeFact.SurgeEnded(surge.peak())) : SurgeRules.goOn(surge, counted);
        Surge recounted = counted == null ? surge : surge.counted(counted);
        if (fact.isEmpty()) {
            return isNews(surge, recounted) ? Optional.of(new Change(recounted, List.of())) : Optional.empty();
        }
        Surge after = recounted.after(fact.get(), Actor.SYSTEM, now);
        return Optional.of(new Change(after, List.of(after.event(fact.get(), Actor.SYSTEM, now))));
    }

    private static boolean isNews(Surge before, Surge after) {
        return before.counted().authors() != after.counted().authors()
                || before.counted().messages() != after.counted().messages()
                || before.counted().threshold() != after.counted().threshold();
    }
}
