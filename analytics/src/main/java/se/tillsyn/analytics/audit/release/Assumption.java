package se.tillsyn.analytics.audit.release;

import java.util.List;

/**
 * What a reader takes for granted beyond the sums, because the published cells bear it out.
 *
 * @param operations an operation with a deficiency has a deficient file, one without has a file without, as they do in every
 *     published cell of the topic
 * @param wholeSums nothing is in a whole that is in none of its parts, unless a published line of the same kind in the block shows such a
 *     remainder
 */
record Assumption(boolean operations, boolean wholeSums) {

    /** Nothing but sums, and that withheld is not 0. */
    static final Assumption NONE = new Assumption(false, false);

    /** From the boldest to none: the first that does not contradict the published figures is used. */
    static List<Assumption> ladder(boolean operationsHold) {
        return operationsHold
                ? List.of(new Assumption(true, true), new Assumption(true, false), new Assumption(false, true), NONE)
                : List.of(new Assumption(false, true), NONE);
    }

    /** What is assumed, for the report. */
    String inWords() {
        if (operations) {
            return wholeSums ? "operations and whole sums" : "operations";
        }
        return wholeSums ? "whole sums" : "nothing";
    }
}
