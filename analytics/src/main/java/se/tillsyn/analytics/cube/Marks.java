package se.tillsyn.analytics.cube;

/**
 * Bits that a cell gathers from its findings: the flags of {@link FindingCode} and one bit for each selection basis. Joined,
 * never added.
 */
final class Marks {

    /** First of the bits that say how the operations came to be inspected, one per selection basis in list order. */
    static final int FIRST_BASIS = 8;

    private Marks() {}

    static long basis(int index) {
        return 1L << (FIRST_BASIS + index);
    }

    /** Index of the only selection basis, or −1 when there are several. */
    static int onlyBasis(long marks) {
        long bases = marks >>> FIRST_BASIS;
        return Long.bitCount(bases) == 1 ? Long.numberOfTrailingZeros(bases) : -1;
    }
}
