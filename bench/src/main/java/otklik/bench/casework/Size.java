package otklik.bench.casework;

/**
 * How much of everything.
 *
 * @param incidents kept, most of them closed
 * @param walkers further incidents, new ones, that are taken through casework while it is measured
 * @param seconds of full speed, and three times as many of a given pace
 * @param reads of each kind
 */
record Size(int incidents, int walkers, int seconds, int reads) {

    private static final int SECONDS = 20;
    private static final int MOST_OPEN = 50_000;

    static Size of(int incidents, boolean quick) {
        return quick
                ? new Size(incidents / 50, 3_000, 3, 60)
                : new Size(incidents, Math.max(1_000, incidents / 10), SECONDS, 100);
    }

    /** Of the incidents kept; however many years of closed ones there are. */
    int open() {
        return Math.min(MOST_OPEN, incidents / 5);
    }

    int all() {
        return incidents + walkers;
    }
}
