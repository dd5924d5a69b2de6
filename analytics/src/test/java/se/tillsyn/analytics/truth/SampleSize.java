package se.tillsyn.analytics.truth;

/** How many findings a sample has. */
enum SampleSize {
    /** The default sample: what the demo shows. */
    DEFAULT(120_000),
    /**
     * Eight times as many, so that effects on verdicts, one yes or no per visit, can be found. Operations are inspected more
     * than once a year there; a verdict counts once, as deficient if any was, so that the true rates do not hold for it.
     */
    LARGE(960_000);

    private final long findings;

    SampleSize(long findings) {
        this.findings = findings;
    }

    long findings() {
        return findings;
    }
}
