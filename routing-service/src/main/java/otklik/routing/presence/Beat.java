package otklik.routing.presence;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign of life of one page that shows an incident; what the instances tell one another.
 *
 * @param organs that work on the incident: who may know of it
 * @param page names the open page among others of that person
 * @param doing null when the page says good-bye
 */
record Beat(
        UUID incident,
        String jurisdiction,
        List<String> organs,
        String person,
        String name,
        String page,
        @Nullable Doing doing) {}
