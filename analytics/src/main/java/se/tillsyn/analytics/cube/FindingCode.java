package se.tillsyn.analytics.cube;

/**
 * What the cube needs of a finding's codes, packed into one number, most significant first: topic (10 bits), day since
 * 1900-01-01 (17), region (13), age group (6), operation type (7), selection basis (4), flags (5). In numeric order the
 * findings of an operation stand by topic and then by day.
 */
final class FindingCode {

    static final int DAYS = 1 << 17;
    static final int BASES = 1 << 4;
    static final int FLAGS = 1 << 5;

    /** The outcome is a judgement and something was assessed. */
    static final int JUDGED = 1;
    /** Judged, and deficient. */
    static final int DEFICIENT = 2;
    /** The files reviewed may enter a case rate. */
    static final int CASE_RATE = 4;
    /** Counts persons or their files. */
    static final int PROTECTED = 8;
    /** Of a synthetic programme. */
    static final int SYNTHETIC = 16;

    private static final int BASIS_SHIFT = 5;
    private static final int TYPE_SHIFT = BASIS_SHIFT + 4;
    private static final int AGE_SHIFT = TYPE_SHIFT + 7;
    private static final int REGION_SHIFT = AGE_SHIFT + 6;
    private static final int DAY_SHIFT = REGION_SHIFT + 13;
    private static final int TOPIC_SHIFT = DAY_SHIFT + 17;

    private FindingCode() {}

    static long ofTopic(int topic) {
        return (long) topic << TOPIC_SHIFT;
    }

    static long ofDay(int day) {
        return (long) day << DAY_SHIFT;
    }

    static long ofRegion(int region) {
        return (long) region << REGION_SHIFT;
    }

    static long ofAgeGroup(int ageGroup) {
        return (long) ageGroup << AGE_SHIFT;
    }

    static long ofOperationType(int operationType) {
        return (long) operationType << TYPE_SHIFT;
    }

    static long ofBasis(int basis) {
        return (long) basis << BASIS_SHIFT;
    }

    static int topic(long code) {
        return (int) (code >>> TOPIC_SHIFT);
    }

    static int day(long code) {
        return (int) (code >>> DAY_SHIFT) & (DAYS - 1);
    }

    static int region(long code) {
        return (int) (code >>> REGION_SHIFT) & (CellKey.REGIONS - 1);
    }

    static int ageGroup(long code) {
        return (int) (code >>> AGE_SHIFT) & (CellKey.AGE_GROUPS - 1);
    }

    static int operationType(long code) {
        return (int) (code >>> TYPE_SHIFT) & (CellKey.OPERATION_TYPES - 1);
    }

    static int basis(long code) {
        return (int) (code >>> BASIS_SHIFT) & (BASES - 1);
    }

    static int flags(long code) {
        return (int) code & (FLAGS - 1);
    }

    static boolean has(long code, int flag) {
        return (code & flag) != 0;
    }

    /** Marks of {@link Marks}: the flags, and the basis as a bit of its own so that several can be joined. */
    static long marks(long code) {
        return flags(code) | Marks.basis(basis(code));
    }
}
