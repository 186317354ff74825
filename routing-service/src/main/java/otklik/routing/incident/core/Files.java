package otklik.routing.incident.core;

import java.util.List;
import otklik.contracts.incident.Attachment;

/**
 * The files that were uploaded to an incident.
 *
 * @param known all of them that are whole
 * @param most how many the network of the incident takes with one reply
 */
public record Files(List<Attachment> known, int most) {

    public static final Files NONE = new Files(List.of(), 0);

    public Files {
        known = List.copyOf(known);
    }
}
