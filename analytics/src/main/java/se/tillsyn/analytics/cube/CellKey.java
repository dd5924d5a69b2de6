package se.tillsyn.analytics.cube;

/**
 * A cube cell's five positions packed into one number, most significant first: topic (10 bits), region (13), period (8),
 * age group (6), operation type (7). Positions are indexes into {@link CubeDimensions}; numeric order of keys is the
 * order of the published tables.
 */
final class CellKey {

    static final int TOPICS = 1 << 10;
    static final int REGIONS = 1 << 13;
    static final int PERIODS = 1 << 8;
    static final int AGE_GROUPS = 1 << 6;
    static final int OPERATION_TYPES = 1 << 7;

    private CellKey() {}

    static long of(int topic, int region, int period, int ageGroup, int operationType) {
        return ((((long) topic * REGIONS + region) * PERIODS + period) * AGE_GROUPS + ageGroup) * OPERATION_TYPES
                + operationType;
    }

    static int operationType(long key) {
        return (int) (key % OPERATION_TYPES);
    }

    static int ageGroup(long key) {
        return (int) (key / OPERATION_TYPES % AGE_GROUPS);
    }

    static int period(long key) {
        return (int) (key / ((long) OPERATION_TYPES * AGE_GROUPS) % PERIODS);
    }

    static int region(long key) {
        return (int) (key / ((long) OPERATION_TYPES * AGE_GROUPS * PERIODS) % REGIONS);
    }

    static int topic(long key) {
        return (int) (key / ((long) OPERATION_TYPES * AGE_GROUPS * PERIODS * REGIONS));
    }
}
