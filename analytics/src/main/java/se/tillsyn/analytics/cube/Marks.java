package se.tillsyn.analytics.cube;

/** Bits that a cell gathers from its findings. */
final class Marks {

    /** A finding whose files may enter a case rate. */
    static final long CASE_RATE = 1;
    /** A finding that counts persons or files, which disclosure control protects. */
    static final long PROTECTED = 2;
    /** A finding of a synthetic programme. */
    static final long SYNTHETIC = 4;
    /** A finding that is not synthetic and counts persons or files. */
    static final long REAL_PERSONS = 8;
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
