package se.tillsyn.ingest.finding;

/**
 * The judgement of one criterion. A missing answer is {@link #NOT_ASSESSED}, never a deficiency; missing documentation
 * is {@link #DEFICIENT}.
 */
public enum Outcome {
    DEFICIENT,
    MET,
    NOT_ASSESSED,
    NOT_APPLICABLE;

    /** Whether the criterion was judged, so that the operation belongs in a denominator. */
    public boolean judged() {
        return this == DEFICIENT || this == MET;
    }
}
