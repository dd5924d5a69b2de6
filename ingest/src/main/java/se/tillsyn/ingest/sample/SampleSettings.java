package se.tillsyn.ingest.sample;

/**
 * What a sample is made from.
 *
 * @param findings wanted number of findings, {@value #FEWEST} to {@value #MOST}; the data set has about so many
 * @param seed the same seed, number and profile give the same bytes
 */
record SampleSettings(long findings, long seed) {

    static final long FEWEST = 1_000;
    static final long MOST = 100_000_000;

    SampleSettings {
        if (findings < FEWEST || findings > MOST) {
            throw new SampleException("Sample, option --findings: expected a number from " + FEWEST + " to " + MOST
                    + ", found " + findings);
        }
    }
}
