package otklik.simulators.vk.callback;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.fault.Chance;

/** The disorder ordered for events: sent twice, held back so that later ones overtake, or never sent. */
@Component
public class Disorder {

    /** How long an event that is to be overtaken is held back. */
    static final Duration HOLD = Duration.ofMillis(1500);

    private final Map<Kind, Chance> chances = new EnumMap<>(Kind.class);

    /** Kinds of disorder. */
    public enum Kind {
        DUPLICATE,
        REORDER,
        GAP
    }

    public synchronized void order(Kind kind, Chance chance) {
        chances.put(kind, chance);
    }

    public synchronized void clear() {
        chances.clear();
    }

    synchronized boolean strikes(Kind kind) {
        return chances.getOrDefault(kind, Chance.never()).strikes();
    }
}
