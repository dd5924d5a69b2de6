package se.tillsyn.analytics.cube;

/**
 * A cell's five positions packed into one number, most significant first: topic (10 bits), region (13), period (11), age
 * group (6), operation type (7). Positions are indexes into {@link CubeDimensions}; numeric order of keys is the order of
 * the published tables. A period is a calendar year and 0 for the whole of it or 1 to 4 for a quarter.
 */
final class CellKey {

    static final int TOPICS = 1 << 10;
    static final int REGIONS = 1 << 13;
    static final int PERIODS = 1 << 11;
    static final int AGE_GROUPS = 1 << 6;
    static final int OPERATION_TYPES = 1 << 7;

    /** Periods of a year: itself and its quarters. */
    static final int PERIODS_OF_YEAR = 5;

    private static final int AGE_SHIFT = 7;
    private static final int PERIOD_SHIFT = AGE_SHIFT + 6;
    private static final int REGION_SHIFT = PERIOD_SHIFT + 11;
    private static final int TOPIC_SHIFT = REGION_SHIFT + 13;

    /** Bits above every key, free for whoever keeps keys for a moment. */
    static final int FREE_SHIFT = TOPIC_SHIFT + 10;

    private CellKey() {}

    static long of(int topic, int region, int period, int ageGroup, int operationType) {
        return ((long) topic << TOPIC_SHIFT)
                | ((long) region << REGION_SHIFT)
                | ((long) period << PERIOD_SHIFT)
                | ((long) ageGroup << AGE_SHIFT)
                | operationType;
    }

    /** The same cell in another region. */
    static long at(long key, int region) {
        return (key & ~((long) (REGIONS - 1) << REGION_SHIFT)) | ((long) region << REGION_SHIFT);
    }

    static long ofAllTypes(long key) {
        return key - operationType(key);
    }

    static long ofAllAges(long key) {
        return key - ((long) ageGroup(key) << AGE_SHIFT);
    }

    /** The cell of the whole year that a quarter is in. */
    static long ofYear(long key) {
        return key - ((long) (period(key) % PERIODS_OF_YEAR) << PERIOD_SHIFT);
    }

    static long ofAllTopics(long key) {
        return key - ((long) topic(key) << TOPIC_SHIFT);
    }

    static int operationType(long key) {
        return (int) key & (OPERATION_TYPES - 1);
    }

    static int ageGroup(long key) {
        return (int) (key >>> AGE_SHIFT) & (AGE_GROUPS - 1);
    }

    static int period(long key) {
        return (int) (key >>> PERIOD_SHIFT) & (PERIODS - 1);
    }

    static int region(long key) {
        return (int) (key >>> REGION_SHIFT) & (REGIONS - 1);
    }

    static int topic(long key) {
        return (int) (key >>> TOPIC_SHIFT) & (TOPICS - 1);
    }

    static boolean isQuarter(long key) {
        return period(key) % PERIODS_OF_YEAR != 0;
    }
}
