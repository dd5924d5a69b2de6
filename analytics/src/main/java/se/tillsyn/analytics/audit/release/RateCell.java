package se.tillsyn.analytics.audit.release;

import se.tillsyn.analytics.release.Status;

/**
 * What a release says of one cell's files or persons and of its operations.
 *
 * @param table where it stands
 * @param key its codes
 * @param status of the files' figures
 * @param assessed files; 0 when withheld
 * @param deficient of these, deficient; 0 when withheld
 * @param units operations; 0 when not told
 * @param deficientUnits of these, with a deficiency; 0 when not told
 */
record RateCell(
        String table, CellKey key, Status status, long assessed, long deficient, long units, long deficientUnits) {

    boolean isWithheld() {
        return status == Status.SUPPRESSED;
    }

    /** Whether it is told that there are no files. */
    boolean isZero() {
        return !isWithheld() && assessed == 0;
    }
}
