package se.tillsyn.analytics.audit.release;

/**
 * How closely a withheld count may be known. The true count is not known to a reader, so the upper end of the window stands for
 * it: a window is wide enough when its ends differ by at least 3 and by at least a fifth of the upper end. That asks for at least
 * what a fifth of the true count does, whatever it is.
 *
 * <p>If a window is wide enough, so is every wider one: a few tables found show that, and bounds that are too narrow show the
 * contrary.
 */
final class Window {

    static final long LEAST = 3;
    private static final long PARTS = 5;

    private Window() {}

    static boolean isWideEnough(long low, long high) {
        return high - low >= LEAST && PARTS * (high - low) >= high;
    }

    /** The smallest upper end with which a window is wide enough. */
    static long leastWideFrom(long low) {
        // At least a fifth of the upper end: 5 (high - low) >= high.
        return Math.max(low + LEAST, -Math.floorDiv(-PARTS * low, PARTS - 1));
    }

    /** The largest lower end with which a window is wide enough; below 0 when there is none. */
    static long mostWideTo(long high) {
        return Math.min(high - LEAST, Math.floorDiv((PARTS - 1) * high, PARTS));
    }

    /** The same for ends that need not be whole. */
    static boolean isWideEnough(double low, double high) {
        double rounding = 1e-6 * (1 + Math.abs(high));
        return high - low >= LEAST - rounding && PARTS * (high - low) >= high - rounding;
    }
}
