package otklik.routing.surge;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import otklik.routing.surge.core.Matter;
import reactor.core.publisher.Mono;

/** How many usually write about what. Changes slowly and takes weeks to read: remembered for an hour. For one thread at a time. */
final class UsualLevels {

    private static final Duration HOLDS = Duration.ofHours(1);

    private final MessageCounts messages;
    private final Map<Matter, Level> known = new HashMap<>();

    UsualLevels(MessageCounts messages) {
        this.messages = messages;
    }

    private record Level(double usual, Instant until) {}

    /** What is usual for each of them. */
    Mono<Map<Matter, Double>> of(List<MessageCounts.Asked> asked, Instant now) {
        known.values().removeIf(level -> !now.isBefore(level.until()));
        List<MessageCounts.Asked> unknown =
                asked.stream().filter(each -> !known.containsKey(each.matter())).toList();
        return unknown.isEmpty()
                ? Mono.fromSupplier(this::all)
                : messages.usually(unknown, now).map(found -> {
                    unknown.forEach(each -> known.put(
                            each.matter(), new Level(found.getOrDefault(each.matter(), 0.0), now.plus(HOLDS))));
                    return all();
                });
    }

    private Map<Matter, Double> all() {
        Map<Matter, Double> levels = new HashMap<>();
        known.forEach((matter, level) -> levels.put(matter, level.usual()));
        return levels;
    }
}
