package se.tillsyn.analytics.disclosure;

import se.tillsyn.analytics.cube.BoundedCases;

/**
 * A cell whose counts are of persons or files.
 *
 * @param name which cell
 * @param level level of its region
 * @param whole files or persons, 1 or more
 * @param part of these, those with the attribute: deficient, or still waiting
 * @param leastPart what the published number of operations with the attribute says that {@code part} is at least
 * @param leastRest the same of those without it
 * @param mustBeWithheld whether the primary rule withholds it
 * @param bounded files beside these of which only bounds are known
 */
public record CountedCell(
        CellName name,
        String level,
        long whole,
        long part,
        long leastPart,
        long leastRest,
        boolean mustBeWithheld,
        BoundedCases bounded) {

    public CountedCell {
        if (part < 0 || part > whole || whole < 1) {
            throw new IllegalArgumentException("expected 0 <= part <= whole and a whole of at least 1");
        }
    }

    /** Those without the attribute. */
    long rest() {
        return whole - part;
    }
}
