package otklik.bench.timers;

/**
 * How much of everything.
 *
 * @param incidents kept open, three deadlines each
 * @param changed incidents whose deadlines are met, and again as many whose deadlines are cancelled
 * @param perSecond that fall due while lateness is measured
 * @param seconds of it
 * @param herd that fall due while nobody looks
 */
record Size(int incidents, int changed, int perSecond, int seconds, int herd) {

    private static final int DEADLINES_EACH = 3;

    static Size of(int open) {
        int incidents = Math.max(100, open / DEADLINES_EACH);
        return new Size(incidents, Math.max(50, incidents / 4), 2_000, 20, Math.max(100, open / 10));
    }

    int deadlines() {
        return incidents * DEADLINES_EACH;
    }
}
