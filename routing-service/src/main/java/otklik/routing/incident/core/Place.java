package otklik.routing.incident.core;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import otklik.regulation.Regulation;

/**
 * A place that an incident has in a queue.
 *
 * @param scope whose queue it is: a jurisdiction, an organ or, for what waits for somebody, a seat as {@link Seat#in} writes it
 */
public record Place(Shelf shelf, String scope) {

    /** The kinds of queues. */
    public enum Shelf {
        /** Of those who have to do something now. */
        MINE,
        OPEN,
        CLOSED,
        SCREENED
    }

    /** All places of an incident: with those who have to act, with its organs, with its jurisdiction. */
    public static List<Place> of(Incident incident, Regulation regulation) {
        Shelf shelf = shelf(incident.state());
        Stream<Place> seen = Stream.concat(Stream.of(incident.jurisdiction()), incident.organs().stream())
                .map(scope -> new Place(shelf, scope));
        Stream<Place> awaited = Casework.awaited(incident, regulation).stream()
                .map(seat -> new Place(Shelf.MINE, seat.in(incident.jurisdiction())));
        return Stream.concat(seen, awaited).distinct().toList();
    }

    private static Shelf shelf(State state) {
        return switch (state) {
            case DONE, NO_REACTION -> Shelf.CLOSED;
            case SCREENED_OUT -> Shelf.SCREENED;
            case NEW,
                    ROUTED,
                    IN_WORK,
                    ON_AGREEMENT,
                    ON_APPROVAL,
                    REWORK,
                    APPROVED,
                    AWAITING_FINAL,
                    AWAITING_AUTHOR,
                    RETURNED -> Shelf.OPEN;
        };
    }

    /** As it is kept: {@code open:altai-krai}. */
    public String key() {
        return shelf.name().toLowerCase(Locale.ROOT) + ':' + scope;
    }
}
