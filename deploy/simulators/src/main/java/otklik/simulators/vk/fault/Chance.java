package otklik.simulators.vk.fault;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Decides call by call whether something is to happen: a number of times, with a probability, from a seed. */
public final class Chance {

    private final Random random;
    private final double probability;
    private int left;

    public Chance(@Nullable Integer times, @Nullable Double probability, @Nullable Long seed) {
        this.left = times == null ? Integer.MAX_VALUE : times;
        this.probability = probability == null ? 1 : probability;
        this.random = new Random(seed == null ? 1 : seed);
    }

    public static Chance never() {
        return new Chance(0, null, null);
    }

    public synchronized boolean strikes() {
        if (left == 0 || random.nextDouble() >= probability) {
            return false;
        }
        left--;
        return true;
    }

    public synchronized int left() {
        return left;
    }
}
