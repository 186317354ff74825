package otklik.routing.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is where, as far as this instance has heard; kept by nobody. Not thread-safe. It holds at most {@link #PAGES} pages of a person, and
 * of each no longer than {@link #KEPT} since its last sign of life.
 */
final class Board {

    /** Pages beat three times as often. */
    static final Duration KEPT = Duration.ofSeconds(20);

    static final int PAGES = 20;

    private final Map<UUID, Map<Page, Heard>> incidents = new HashMap<>();

    private record Page(String person, String id) {}

    private record Heard(Beat beat, Instant at) {}

    /** Takes a sign of life; tells who is there now if that is news. */
    Optional<Present> hear(Beat beat, Instant now) {
        Map<Page, Heard> pages = incidents.computeIfAbsent(beat.incident(), id -> new LinkedHashMap<>());
        List<Present.Somebody> before = people(pages.values());
        Page page = new Page(beat.person(), beat.page());
        if (beat.doing() == null) {
            pages.remove(page);
        } else {
            pages.put(page, new Heard(beat, now));
            forgetOldest(beat.person());
        }
        return news(beat, before);
    }

    /** Forgets pages that have been silent for too long; tells where that is news. */
    List<Present> expire(Instant now) {
        List<Present> news = new ArrayList<>();
        for (UUID incident : List.copyOf(incidents.keySet())) {
            Map<Page, Heard> pages = incidents.getOrDefault(incident, Map.of());
            Beat any = pages.values().iterator().next().beat();
            List<Present.Somebody> before = people(pages.values());
            pages.values().removeIf(heard -> !heard.at().plus(KEPT).isAfter(now));
            news(any, before).ifPresent(news::add);
        }
        return news;
    }

    List<Present> all() {
        return incidents.values().stream()
                .map(pages -> present(pages.values().iterator().next().beat()))
                .toList();
    }

    List<Present.Somebody> at(UUID incident) {
        return people(incidents.getOrDefault(incident, Map.of()).values());
    }

    private Optional<Present> news(Beat beat, List<Present.Somebody> before) {
        Present now = present(beat);
        if (incidents.getOrDefault(beat.incident(), Map.of()).isEmpty()) {
            incidents.remove(beat.incident());
        }
        return now.people().equals(before) ? Optional.empty() : Optional.of(now);
    }

    private Present present(Beat beat) {
        return new Present(beat.incident(), beat.jurisdiction(), beat.organs(), at(beat.incident()));
    }

    /** By name; whoever writes on one page and reads on another, writes. */
    private static List<Present.Somebody> people(Collection<Heard> pages) {
        Map<String, Present.Somebody> people = new HashMap<>();
        for (Heard heard : pages) {
            Beat beat = heard.beat();
            Doing doing = beat.doing() == null ? Doing.READING : beat.doing();
            people.merge(
                    beat.person(),
                    new Present.Somebody(beat.person(), beat.name(), doing),
                    (one, other) -> one.doing().compareTo(other.doing()) < 0 ? other : one);
        }
        return people.values().stream()
                .sorted(Comparator.comparing(Present.Somebody::name).thenComparing(Present.Somebody::id))
                .toList();
    }

    /** No one opens that many pages; a program that does must not fill the memory. */
    private void forgetOldest(String person) {
        record Place(UUID incident, Page page, Instant at) {}
        List<Place> places = incidents.entrySet().stream()
                .flatMap(incident -> incident.getValue().entrySet().stream()
                        .filter(page -> page.getKey().person().equals(person))
                        .map(page -> new Place(
                                incident.getKey(),
                                page.getKey(),
                                page.getValue().at())))
                .sorted(Comparator.comparing(Place::at))
                .toList();
        places.stream().limit(Math.max(0, places.size() - PAGES)).forEach(place -> {
            Map<Page, Heard> pages = incidents.getOrDefault(place.incident(), new HashMap<>());
            pages.remove(place.page());
            if (pages.isEmpty()) {
                incidents.remove(place.incident());
            }
        });
    }
}
