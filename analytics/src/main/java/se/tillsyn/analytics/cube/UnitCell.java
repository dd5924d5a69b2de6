package se.tillsyn.analytics.cube;

/**
 * What one operation says of one cell: its findings there, added up.
 *
 * @param judged whether any was judged
 * @param deficient whether any was deficient
 * @param cases reviewed files
 * @param deficientCases deficient files, at most {@code cases}
 * @param marks bits of {@link Marks}
 */
record UnitCell(boolean judged, boolean deficient, long cases, long deficientCases, long marks) {

    UnitCell plus(UnitCell other) {
        return new UnitCell(
                judged || other.judged,
                deficient || other.deficient,
                cases + other.cases,
                deficientCases + other.deficientCases,
                marks | other.marks);
    }
}
