package otklik.standalone.load;

import java.util.List;
import java.util.Map;

/** A row of the file. */
sealed interface Row {

    /** Where it begins, from 1. */
    long line();

    List<String> cells();

    /** It can be handed in; {@code post} is as the API wants it. */
    record Good(long line, List<String> cells, Map<String, Object> post) implements Row {}

    /** It cannot; {@code reason} is Russian. */
    record Bad(long line, List<String> cells, String reason) implements Row {}
}
